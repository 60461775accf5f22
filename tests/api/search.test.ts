import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addGuest, addHotel } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const Search = graphql(`
  query Search($hotelId: ID!, $search: String!, $hotels: [ID!]!) {
    guests(hotelId: $hotelId, first: 50, filter: { search: $search }) {
      nodes {
        lastName
      }
    }
    bookings(hotelId: $hotelId, first: 50, filter: { search: $search }) {
      nodes {
        guestName
      }
    }
    registrations(first: 50, filter: { search: $search, hotelIds: $hotels }) {
      nodes {
        slug
      }
    }
    fleet(first: 50, filter: { search: $search }) {
      nodes {
        hotelId
      }
    }
  }
`)

/** A hotel in which the name stands wherever it can be searched for, and one in which it does not. */
async function addNamed(name: string) {
  const [hotelId, other] = [await addHotel(api.database), await addHotel(api.database)]
  await addGuest(api.database, { hotelId, lastName: name })
  await addBooking(api.database, { hotelId, guestName: name })
  await api.database.query('UPDATE pms_hotel SET name = $2 WHERE id = $1', [hotelId, name])
  return { hotelId, hotels: [hotelId, other], token: await api.token({ hotelIds: [hotelId, other] }) }
}

type Named = Awaited<ReturnType<typeof addNamed>>

async function found({ hotelId, hotels, token }: Named, search: string) {
  const { data, errors } = await api.query(Search, { hotelId, search, hotels }, token)
  expect(errors).toBeUndefined()
  const { guests, bookings, registrations, fleet } = data
  return [guests, bookings, registrations, fleet].map(({ nodes }) => nodes.length)
}

describe('a search finds what was typed otherwise:', () => {
  test.each([
    ['accents', 'Renée Ñandú', ['renee nandu', 'RENÉE', 'rene']],
    ['accents that are searched for alone', 'Renee', ['renée', 'RENÉE']],
    ['accents beside their letters (NFD)', 'Rene\u0301e', ['Ren\u00e9e', 'renee']],
    [
      'letters that are no accented ones',
      'Łukasz Ørsted Đoković Ísold',
      ['lukasz orsted', 'dokovic', 'ØRSTED', 'isold'],
    ],
    ['ligatures', 'Groß Æsop Cœur Þór', ['GROSS', 'gross', 'groß', 'aesop', 'coeur', 'thor']],
    ['capitals of other scripts', 'Йосиф ΓΙΏΡΓΟΣ', ['йосиф', 'ЙОСИФ', 'γιώργος', 'γιωργος']],
    ['a capital with a dot', 'İbrahim Işık', ['ibrahim', 'IBRAHIM', 'isik', 'ışık']],
    ['a straight apostrophe', `O'Brien`, ['O’Brien', 'o`brien', 'oʼbrien', 'O´Brien', 'obrien', 'brien', `o'br`]],
    ['a typographic apostrophe', 'D’Angelo', [`d'angelo`, 'D‘ANGELO', 'dangelo', 'angelo']],
    ['no apostrophe', 'OBrien', [`o'brien`, 'O’Brien']],
    ['no-break blanks', 'Ada\u00a0King\u202fNoel', ['ada king', 'king\u00a0noel', 'noel']],
    ['what has no width', 'Ada\u200b King\u00ad', ['ada king', 'a\u200dda']],
    ['dashes', 'Anne\u2010Marie\u2013Sue', ['anne-marie', 'marie', 'sue']],
    ['full width', 'ＡＤＡ　１２', ['ada 12', 'ａｄａ']],
  ])('%s', async (_, name, searches) => {
    const named = await addNamed(name)
    for (const search of searches) expect([search, await found(named, search)]).toEqual([search, [1, 1, 1, 1]])
    expect(await found(named, 'nobody')).toEqual([0, 0, 0, 0])
  })
})
