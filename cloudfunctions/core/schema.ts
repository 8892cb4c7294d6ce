import type { Insertable, Selectable, Updateable } from 'kysely'
import type { ActivityTables } from './tables/activity'
import type { AnnouncementTables } from './tables/announcement'
import type { AppealTables } from './tables/appeal'
import type { BroadcastTables } from './tables/broadcast'
import type { CivilityTables } from './tables/civility'
import type { EvaluationTables } from './tables/evaluation'
import type { GroundTables } from './tables/ground'
import type { HelpTables } from './tables/help'
import type { MissingTables } from './tables/missing'
import type { NoticeTables } from './tables/notice'
import type { PartyTables } from './tables/party'
import type { PointsTables } from './tables/points'
import type { SubscriptionTables } from './tables/subscription'
import type { SurveyTables } from './tables/survey'
import type { ThreadTables } from './tables/thread'

/** Row types of the tables in migrations/, in camel case (CamelCasePlugin): one interface a table, one file a noun. */
export interface Database
  extends
    ActivityTables,
    AnnouncementTables,
    AppealTables,
    BroadcastTables,
    CivilityTables,
    EvaluationTables,
    GroundTables,
    HelpTables,
    MissingTables,
    NoticeTables,
    PartyTables,
    PointsTables,
    SubscriptionTables,
    SurveyTables,
    ThreadTables {}

export type Row<T extends keyof Database> = Selectable<Database[T]>
export type NewRow<T extends keyof Database> = Insertable<Database[T]>
export type RowUpdate<T extends keyof Database> = Updateable<Database[T]>
