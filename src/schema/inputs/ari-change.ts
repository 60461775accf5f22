import { ArgsType } from 'type-graphql'
import { PageArgs } from './page.ts'

@ArgsType()
export class AriChangeArgs extends PageArgs {}
