import { decide, findOut, type Wish } from '../../src/changes/parts/compare.ts'
import { CHANGE_MOVES, type ChangeMove } from '../../src/changes/parts/life.ts'
import { type ChangeState, ENDED_CHANGE_STATES } from '../../src/entities/change.ts'
import type { Facts, WriteAction } from '../../src/providers/write.ts'
import type { Values } from '../../src/records/changes/groups.ts'

/**
 * One booking at one PMS, with a worker, a clerk and a person, in memory: every rule that decides is the engine's own, and
 * what a schedule decides is who comes next.
 */

/** Of a vendor: what a second arrival does, and whether it tells when something was modified. */
export interface VendorClass {
  readonly repeat: WriteAction['repeat']
  readonly hasTimes: boolean
}

export const STEPS = [
  ...['EDIT', 'EDIT_BACK', 'PMS_EDIT', 'PMS_SAME', 'PMS_PARTY', 'POLL', 'WEBHOOK', 'CLAIM', 'STEP', 'STEP', 'STEP'],
  ...['CRASH', 'LOSE_ANSWER', 'LOSE_REQUEST', 'BE_LATE', 'LAND', 'WAIT', 'ACCOUNT', 'OURS', 'FREEZE', 'THAW'],
] as const
export type Step = (typeof STEPS)[number]

interface Wished {
  readonly id: number
  state: ChangeState
  base: Values
  wanted: Values
  before: Facts
  hadYes: boolean
  sendings: number
  round: number
  token: number
  /** No worker takes it before. */
  readyAt: number
  leaseUntil: number
  isForPerson: boolean
}

interface Process {
  readonly change: Wished
  token: number
  values: Values
  /** Checked that it may send, and has not sent yet. */
  isLeaving: boolean
}

interface Request {
  readonly key: string
  readonly values: Values
}

const LEASE = 10
const TIMEOUT = 5
const SETTLE = 5
const GROUPS = ['STAY', 'PARTY'] as const
const day = (offset: number) => `2030-01-${String(10 + (offset % 9)).padStart(2, '0')}`

export class World {
  now = 0
  edits = 0
  vendor: Values = { checkIn: '2030-01-01', checkOut: day(0), adults: 2, children: 0 }
  modified = 0
  mirror: Values = this.vendor
  readonly changes: Wished[] = []
  /** Times that a request has brought something about, by change and round. */
  readonly effects = new Map<string, number>()
  /** Moves that are not on the page of a change's life. */
  illegal = 0
  #late: Request[] = []
  #process: Process | null = null
  #frozen: Process | null = null
  #loses: 'ANSWER' | 'REQUEST' | 'LATE' | null = null
  readonly vendorClass: VendorClass

  constructor(vendorClass: VendorClass) {
    this.vendorClass = vendorClass
  }

  take(step: Step): void {
    this.#steps[step]()
  }

  readonly #steps: Readonly<Record<Step, () => void>> = {
    EDIT: () => this.#edit(day(++this.edits)),
    EDIT_BACK: () => this.#edit(String(this.mirror.checkOut)),
    PMS_EDIT: () => this.#clerk({ checkOut: day(++this.edits + 3) }),
    PMS_SAME: () => this.#clerk({ checkOut: this.changes.at(-1)?.wanted.checkOut ?? day(0) }),
    PMS_PARTY: () => this.#clerk({ adults: (++this.edits % 5) + 1 }),
    POLL: () => this.#read(),
    WEBHOOK: () => this.#read(),
    CLAIM: () => this.#claim(),
    STEP: () => this.#step(),
    CRASH: () => {
      this.#process = null
    },
    LOSE_ANSWER: () => this.#lose('ANSWER'),
    LOSE_REQUEST: () => this.#lose('REQUEST'),
    BE_LATE: () => this.#lose('LATE'),
    LAND: () => this.#land(),
    WAIT: () => this.#wait(),
    ACCOUNT: () => this.#changeAccount(),
    OURS: () => this.#insist(),
    FREEZE: () => this.#freeze(),
    THAW: () => this.#thaw(),
  }

  #read(): void {
    this.mirror = this.vendor
  }

  /** A vendor acts on what it has within the time that it is known for. */
  #wait(): void {
    this.now += LEASE
    for (const request of this.#late.splice(0)) this.#act(request)
  }

  #lose(what: 'ANSWER' | 'REQUEST' | 'LATE'): void {
    this.#loses = what
  }

  #freeze(): void {
    if (!this.#process?.isLeaving) return
    this.#frozen = this.#process
    this.#process = null
  }

  #thaw(): void {
    if (this.#frozen !== null) this.#act(this.#requestOf(this.#frozen))
    this.#frozen = null
  }

  /** Everything comes to an end: requests land, workers go on, a person gives way wherever one is asked. */
  quiesce(): void {
    this.#loses = null
    for (let turns = 0; turns < 200 && this.open.length > 0; turns++) {
      this.take('WAIT')
      this.#claim()
      for (let steps = 0; steps < 6; steps++) this.#step()
      for (const change of this.open)
        if (change.state === 'CONFLICT' || change.isForPerson) this.#move(change, 'cancel')
    }
    this.take('POLL')
  }

  get open(): Wished[] {
    return this.changes.filter(({ state }) => !isEnded(state))
  }

  #clerk(fields: Values): void {
    this.vendor = { ...this.vendor, ...fields }
    this.modified += 1
  }

  #edit(checkOut: string): void {
    const replaced = this.open.filter(({ state }) => state === 'PENDING')
    const seen = Object.assign(
      {},
      this.mirror,
      ...this.open.filter((each) => !replaced.includes(each)).map(({ wanted }) => wanted),
    )
    for (const each of replaced) this.#move(each, 'supersede')
    const stay = { checkIn: seen.checkIn, checkOut: seen.checkOut } as Values
    this.changes.push({
      ...{ id: this.changes.length, state: 'PENDING', base: stay, wanted: { ...stay, checkOut } },
      ...{ before: { values: {}, modifiedAt: null }, hadYes: false, sendings: 0, round: 0, token: 0 },
      ...{ readyAt: 0, leaseUntil: 0, isForPerson: false },
    })
  }

  /** As the statement that moves a change: what is not on the page of its life is refused, and the lease is gone. */
  #move(change: Wished, name: ChangeMove, token: number | null = null, readyIn = 0): boolean {
    const { from, to } = CHANGE_MOVES[name]
    if (!(from as readonly ChangeState[]).includes(change.state)) this.illegal += 1
    if (!(from as readonly ChangeState[]).includes(change.state)) return false
    if (token !== null && change.token !== token) return false
    change.state = to
    change.readyAt = this.now + readyIn
    if (name !== 'leave') change.token += 1
    if (name !== 'leave') change.leaseUntil = 0
    return true
  }

  #claim(): void {
    if (this.#process !== null) return
    const change = this.open.find(
      (each) =>
        each.state !== 'CONFLICT' && !each.isForPerson && each.readyAt <= this.now && each.leaseUntil <= this.now,
    )
    const [first] = this.open
    if (change === undefined || (change.state === 'PENDING' && change !== first)) return
    change.token += 1
    change.leaseUntil = this.now + LEASE
    this.#process = { change, token: change.token, values: {}, isLeaving: false }
  }

  #step(): void {
    const process = this.#process
    if (process === null) return
    const { change, token } = process
    if (change.token !== token) this.#process = null
    else if (process.isLeaving) this.#send(process)
    else if (change.state === 'PENDING') this.#judge(process)
    else if (change.state === 'SENDING') this.#release(change, 'lose')
    else this.#look(process)
  }

  #release(change: Wished, name: ChangeMove, readyIn = 0): void {
    const held = this.#process?.change === change ? this.#process.token : null
    this.#move(change, name, held, readyIn)
    this.#process = null
  }

  #facts(): Facts {
    return { values: this.vendor, modifiedAt: this.vendorClass.hasTimes ? new Date(this.modified) : null }
  }

  #judge(process: Process): void {
    const { change } = process
    const facts = this.#facts()
    const decision = decide(wishOf(change), facts, { carries: GROUPS })
    if (decision.kind !== 'SEND') {
      if (decision.kind === 'IS_SO') this.#apply(change)
      else this.#release(change, decision.kind === 'CONFLICT' ? 'conflict' : 'refuse')
      return
    }
    change.before = facts
    process.values = decision.values
    if (!this.#move(change, 'leave', process.token, LEASE + TIMEOUT + SETTLE)) {
      this.#process = null
      return
    }
    change.sendings += 1
    process.isLeaving = true
  }

  #requestOf({ change, values }: Process): Request {
    return { key: `${change.id}:${change.round}`, values }
  }

  #send(process: Process): void {
    const { change } = process
    process.isLeaving = false
    const [how, request] = [this.#loses, this.#requestOf(process)]
    this.#loses = null
    if (how === 'LATE') this.#late.push(request)
    else if (how !== 'REQUEST') this.#act(request)
    if (how !== null) this.#release(change, 'lose', SETTLE)
    else if (this.#move(change, 'accept', process.token)) {
      change.hadYes = true
      change.token = process.token
      change.leaseUntil = this.now + LEASE
    }
  }

  #act({ key, values }: Request): void {
    if (this.vendorClass.repeat === 'KEY' && this.effects.has(key)) return
    this.effects.set(key, (this.effects.get(key) ?? 0) + 1)
    this.#clerk(values)
  }

  #land(): void {
    const request = this.#late.shift()
    if (request !== undefined) this.#act(request)
  }

  #apply(change: Wished): void {
    this.#release(change, 'apply')
    this.mirror = this.vendor
  }

  #look({ change }: Process): void {
    const { repeat } = this.vendorClass
    const facts = this.#facts()
    const finding = findOut({ ...wishOf(change), before: change.before, hadYes: change.hadYes }, facts, { repeat })
    if (finding === 'DONE') this.#apply(change)
    else if (change.state === 'AWAITING') this.#release(change, 'lose')
    else if (finding === 'NOT_DONE' && change.sendings < 3) this.#release(change, 'again')
    else if (finding === 'OVERWRITTEN') this.#release(change, 'conflict')
    else {
      change.isForPerson = true
      this.#release(change, 'doubt')
    }
  }

  #changeAccount(): void {
    for (const change of this.open) {
      if (change.state === 'PENDING' || change.state === 'CONFLICT') this.#move(change, 'cancel')
      else {
        change.isForPerson = true
        this.#move(change, change.state === 'UNKNOWN' ? 'doubt' : 'lose')
      }
    }
  }

  #insist(): void {
    const change = this.open.find(({ state }) => state === 'CONFLICT')
    if (change === undefined) return
    const { checkIn, checkOut } = this.vendor
    Object.assign(change, { base: { checkIn, checkOut }, sendings: 0, round: change.round + 1, hadYes: false })
    this.#move(change, 'resolve')
  }
}

const isEnded = (state: ChangeState) => (ENDED_CHANGE_STATES as readonly string[]).includes(state)
const wishOf = ({ base, wanted }: Wished): Wish => ({ action: 'BOOKING_CHANGE', groups: ['STAY'], base, wanted })
