import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type Element = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps | keyof ButtonProps>

/** A link to a place of the dashboard, checked by the router's types: `to`, `params`, `search`. */
export const TextLink = createLink((props: AnchorProps & Element) => (
  <Anchor inherit={props.size === undefined} {...props} />
))

/** The same, where it is what to do next. */
export const ButtonLink = createLink((props: ButtonProps & Element) => <Button component="a" {...props} />)
