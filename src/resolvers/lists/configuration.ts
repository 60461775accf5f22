import { type Configuration, ConfigurationEntity } from '../../entities/configuration.ts'
import type { PmsConfigurationFilter } from '../../schema/inputs/configuration.ts'
import type { List } from '../paging/list.ts'

/** `hotelIds`: only those of the viewer, when no single hotel was asked for. */
export const configurationList: List<Configuration, PmsConfigurationFilter & { hotelIds?: readonly string[] }> = {
  name: 'configurations',
  table: 'pms_configuration',
  entity: ConfigurationEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'hotelId', direction: 'ASC' },
  where({ provider, enabled, hotelIds }, bind) {
    return [
      hotelIds && `t.hotel_id = ANY(${bind(hotelIds)})`,
      provider && `t.provider = ${bind(provider)}`,
      typeof enabled === 'boolean' && `t.enabled = ${bind(enabled)}`,
    ]
  },
}
