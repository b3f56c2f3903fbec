// What a dashboard file may hold: Grafana's own types, as JSON has them. Enumerations become their texts and numbers, and where
// Grafana's dashboard type stays open (targets, options, custom fields), the types of the panels in use close it.
import type * as schema from '@grafana/schema';
import type { Options as TimeSeries, FieldConfig as TimeSeriesField } from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { Options as Stat } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type { Options as BarGauge } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type { Options as Table } from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';

type Json<T> = unknown extends T
  ? T
  : T extends string
    ? `${T}`
    : T extends number
      ? `${T}` extends `${infer N extends number}` ? N : number
      : T extends (infer E)[]
        ? Json<E>[]
        : T extends object
          ? { [K in keyof T]: Json<T[K]> }
          : T;

/** The schema package has no type of a Prometheus query; this is what ours use. */
interface Target {
  refId: string;
  datasource: { type: 'prometheus'; uid: 'crosscare-prometheus' };
  expr: string;
  legendFormat: string;
  range: boolean;
  instant: boolean;
  format?: 'table' | 'time_series';
}

interface Field<Custom> extends Omit<Json<schema.FieldConfig>, 'custom'> {
  custom?: Custom;
}

interface Shown<Type extends string, Options, Custom = never>
  extends Omit<Json<schema.Panel>, 'type' | 'targets' | 'options' | 'fieldConfig' | 'title' | 'description' | 'datasource'> {
  id: number;
  type: Type;
  title: string;
  description: string;
  datasource: Target['datasource'];
  targets: [Target, ...Target[]];
  options: Options;
  fieldConfig: { defaults: Field<Custom>; overrides: [] };
}

type Row = Json<schema.RowPanel>;

export type PanelFile =
  | Row
  | Shown<'timeseries', Json<TimeSeries>, Json<TimeSeriesField>>
  | Shown<'stat', Json<Stat>>
  | Shown<'bargauge', Json<BarGauge>>
  | Shown<'table', Json<Table>, {}>;

export interface DashboardFile extends Omit<Json<schema.Dashboard>, 'panels'> {
  uid: string;
  title: string;
  panels: PanelFile[];
}
