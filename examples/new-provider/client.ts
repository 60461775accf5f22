import type { z } from 'zod'
import { unknownCursor } from '../../src/providers/transport/cursor.ts'
import type { HttpResponse } from '../../src/providers/transport/http.ts'
import { type Query, requestJson } from '../../src/providers/transport/rest.ts'
import type { InnkeeperContext } from './settings.ts'

export function get<T extends z.ZodType>(ctx: InnkeeperContext, path: string, query: Query, schema: T) {
  const { credentials, settings, http } = ctx
  const headers = { 'x-innkeeper-key': credentials.key }
  const request = { method: 'GET', baseUrl: settings.baseUrl, path, query, headers, accept: [410] } as const
  return requestJson(http, { ...request, inspect: refusalOf }, schema)
}

/** 410 is how Innkeeper says that it no longer knows `after`; the engine then begins the walk again. */
const refusalOf = ({ status }: HttpResponse) => (status === 410 ? unknownCursor() : undefined)
