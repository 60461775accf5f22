import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * Names a process beyond the reuse of its pid, by when it started: `<pid>@<start>`. Null when there is none; a process
 * that has ended and only waits for its parent to notice is none.
 */
export function identifyProcess(pid: number): string | null {
  try {
    if (process.platform === 'linux') return identifyByProc(pid)
    if (process.platform === 'win32') return process.kill(pid, 0) ? `${pid}@` : null
    return identifyByPs(pid)
  } catch {
    return null
  }
}

/** Whether the process that {@link identifyProcess} named still lives. */
export function isAlive(identity: string): boolean {
  return identifyProcess(Number.parseInt(identity, 10)) === identity
}

/** Whether `pid` is the PostgreSQL server of a data directory: it works in there, or its command line names it. */
export function isServerOf(pid: number, dataDirectory: string): boolean {
  try {
    if (process.platform !== 'linux') return ps(pid, 'command').includes(dataDirectory)
    return (workingDirectory(pid) ?? argumentOf(pid, '-D')) === dataDirectory
  } catch {
    return false
  }
}

/** Null where looking at other users' processes is forbidden even to root, as in a container. */
function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function argumentOf(pid: number, flag: string): string | undefined {
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return args[args.indexOf(flag) + 1]
}

function identifyByProc(pid: number): string | null {
  // The command name in parentheses may hold anything; what follows are state (3rd field) … start time (22nd).
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${pid}@${fields[19]}.${boot}`
}

function identifyByPs(pid: number): string | null {
  const [state = '', ...start] = ps(pid, 'stat,lstart').split(/\s+/)
  return state === '' || state.startsWith('Z') ? null : `${pid}@${start.join('-')}`
}

function ps(pid: number, columns: string): string {
  const format = columns.split(',').flatMap((column) => ['-o', `${column}=`])
  return execFileSync('ps', ['-ww', ...format, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim()
}
