import { ArgsType } from 'type-graphql'
import { PageArgs } from './page.ts'

@ArgsType()
export class HistoryListArgs extends PageArgs {}
