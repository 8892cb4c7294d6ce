import type { Insertable, Selectable, Updateable } from 'kysely'
import type { AppealTables } from './tables/appeal'
import type { GroundTables } from './tables/ground'
import type { NoticeTables } from './tables/notice'
import type { SurveyTables } from './tables/survey'
import type { PointsTables } from './tables/points'

/** Row types of the tables in migrations/, in camel case (CamelCasePlugin): one interface a table, one file a noun. */
export interface Database extends AppealTables, GroundTables, NoticeTables, PointsTables, SurveyTables {}

export type Row<T extends keyof Database> = Selectable<Database[T]>
export type NewRow<T extends keyof Database> = Insertable<Database[T]>
export type RowUpdate<T extends keyof Database> = Updateable<Database[T]>
