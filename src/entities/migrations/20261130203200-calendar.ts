import { Migration } from '@mikro-orm/migrations'
import { monthTable } from './month-table.ts'

/** Rates and availability, a month a row: see docs/calendar.md. */
export class CalendarMigration extends Migration {
  override up(): void {
    for (const statement of monthTable({
      name: 'pms_rate_month',
      series: ['rate_plan_external_id', 'room_type_external_id', 'currency'],
      days: {
        amounts: 'bigint[]',
        extra_adult: 'bigint',
        extra_child: 'bigint',
        closed: 'boolean',
        closed_to_arrival: 'boolean',
        closed_to_departure: 'boolean',
        min_stay_arrival: 'integer',
        min_stay_through: 'integer',
        max_stay: 'integer',
        cutoff_days: 'integer',
      },
    })) {
      this.addSql(statement)
    }
    for (const statement of monthTable({
      name: 'pms_availability_month',
      series: ['room_type_external_id'],
      days: { physical: 'integer', out_of_order: 'integer', sold: 'integer', available: 'integer' },
    })) {
      this.addSql(statement)
    }
  }
}
