import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHotel } from '../kit/rows.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

test('a link signs in, and its token leaves the address at once', async () => {
  await using tab = await dashboard.open('/?state=PAUSED')
  await tab.page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
  expect(tab.page.url()).toBe(`${dashboard.api.url}/?state=PAUSED`)
})

test('a link replaces who is signed in only when they say so', async () => {
  await using tab = await dashboard.open('/', { token: await dashboard.api.token({ subject: 'maria' }) })
  const { page } = tab
  const account = (name: string) => page.getByRole('button', { name: `Account of ${name}` })
  await account('maria').waitFor()
  const follow = async (subject: string) => {
    await page.goto('about:blank')
    await page.goto(`${dashboard.api.url}/#token=${await dashboard.api.token({ subject })}`)
  }
  await follow('stranger')
  const dialog = page.getByRole('dialog', { name: 'Sign in with this link?' })
  await dialog.waitFor()
  expect(page.url()).toBe(`${dashboard.api.url}/`)
  await tab.expectAccessible()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await account('maria').waitFor()
  await follow('ada')
  await page.getByRole('button', { name: 'Sign in as ada' }).click()
  await account('ada').waitFor()
})

test('a pasted token signs in where the viewer wanted to go', async () => {
  await using tab = await dashboard.open('/?state=PAUSED', { token: null })
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await tab.expectAccessible()
  await tab.page.getByLabel('Access token').fill(`Bearer ${await dashboard.api.token()}`)
  await tab.page.keyboard.press('Enter')
  await tab.page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
  expect(new URL(tab.page.url()).search).toBe('?state=PAUSED')
})

test('what is no token is told at once', async () => {
  await using tab = await dashboard.open('/', { token: 'nonsense' })
  await tab.page.getByText('This is not a valid token').waitFor()
  await tab.expectAccessible()
})

test('a token that ends while it is used leads back to the sign-in, and from there to the same place', async () => {
  await using tab = await dashboard.open('/', { token: await dashboard.api.token({ expiresInSeconds: 5 }) })
  await tab.page.getByText('Your token has expired.').waitFor()
  await tab.page.getByLabel('Access token').fill(await dashboard.api.token())
  await tab.page.getByRole('button', { name: 'Sign in' }).click()
  await tab.page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
})

test('a token that the service refuses leads back to the sign-in', async () => {
  const [header, claims] = (await dashboard.api.token()).split('.')
  const token = [header, claims, 'x'.repeat(43)].join('.')
  await using tab = await dashboard.open('/', { token, expected: /status of 401/ })
  await tab.page.getByText('The token is not valid.').waitFor()
})

test('the account says who is signed in, what they may do and which hotels they see, by name', async () => {
  const { database } = dashboard.api
  const hotelIds = [await addHotel(database), await addHotel(database), await addHotel(database)]
  const [alfama, bela] = hotelIds
  for (const [id, name] of [[alfama, 'Alfama'] as const, [bela, 'Bela Vista'] as const]) {
    await database.query('UPDATE pms_hotel SET name = $2 WHERE id = $1', [id, name])
  }
  const claims = { subject: 'maria', permissions: ['ADMIN_VIEW' as const], hotelIds: hotelIds.slice(0, 2) }
  await using tab = await dashboard.open('/', { token: await dashboard.api.token(claims) })
  await tab.page.getByRole('button', { name: 'Account of maria' }).click()
  const account = tab.page.getByRole('dialog', { name: 'Account' })
  await account.getByText('Alfama, Bela Vista').waitFor()
  expect(await account.innerText()).toMatch(/maria[\s\S]*Can view[\s\S]*Signed in until/)
  await tab.expectAccessible()
})

test('minutes before the token ends it says so, and leads back to the same place', async () => {
  const token = await dashboard.api.token({ expiresInSeconds: 170 })
  await using tab = await dashboard.open('/?state=PAUSED', { token })
  await tab.page.getByText(/^Your session expires in \d minutes?\.$/).waitFor()
  await tab.expectAccessible()
  await tab.page.getByRole('button', { name: 'Sign in again' }).click()
  await tab.page.getByLabel('Access token').fill(await dashboard.api.token())
  await tab.page.keyboard.press('Enter')
  await tab.page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
  expect(new URL(tab.page.url()).search).toBe('?state=PAUSED')
  expect(await tab.page.getByText('Your session expires').count()).toBe(0)
})

test('signing out forgets the token', async () => {
  await using tab = await dashboard.open('/')
  await tab.page.getByRole('button', { name: 'Account of tester' }).click()
  await tab.page.getByText(/^All hotels/).waitFor()
  await tab.page.getByRole('button', { name: 'Sign out' }).click()
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await tab.page.reload()
  await tab.page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('the keyboard reaches the content past the navigation', async () => {
  await using tab = await dashboard.open('/')
  await tab.page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
  await tab.page.keyboard.press('Tab')
  await tab.page.keyboard.press('Enter')
  expect(await tab.page.evaluate('document.activeElement.id')).toBe('content')
})

test('on a narrow screen the navigation opens from the header', async () => {
  await using tab = await dashboard.open('/', { width: 320 })
  await tab.page.getByRole('button', { name: 'Navigation' }).click()
  await tab.page.getByRole('link', { name: 'Fleet' }).waitFor()
  await tab.expectAccessible()
})

test('an unknown address leads back to the start', async () => {
  await using tab = await dashboard.open('/no-such-page')
  await tab.page.getByRole('link', { name: 'Go to the fleet' }).click()
  await tab.page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
})

test('the theme is a choice that stays', async () => {
  await using tab = await dashboard.open('/')
  await tab.page.getByRole('button', { name: 'Use the dark theme' }).click()
  await tab.page.reload()
  await tab.page.getByRole('button', { name: 'Use the light theme' }).waitFor()
})
