/** How the connection stands that a PMS tells of changes over. */
export type StreamState = 'OFF' | 'CONNECTING' | 'CATCHING_UP' | 'LIVE' | 'WAITING' | 'LOCKED_OUT'
