import { Picker, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Address } from '@domain/orders/delivery'
import { classes } from '@/components/classes'
import { checkoutText } from '@/text/checkout'
import { loadRegions, type Region, type Regions } from './regions'
import styles from './Person.module.scss'

type Place = Pick<Address, 'province' | 'city' | 'county'>

/** The region of an address. */
export interface RegionFieldProps {
  readonly address: Place
  readonly onChange: (place: Place) => void
}

const named = (regions: readonly Region[], name: string): number =>
  Math.max(
    0,
    regions.findIndex((region) => region.name === name),
  )

/** The rows on which the three columns of the picker stand. */
type Rows = readonly [province: number, city: number, county: number]

function columnsOf(regions: Regions, [province, city]: Rows) {
  const { provinces } = regions
  const cities = regions.citiesOf(provinces[province])
  return [provinces, cities, regions.countiesOf(cities[city])] as const
}

/** The rows of an address that was filled in before. */
function rowsOf(regions: Regions, { province, city, county }: Place): Rows {
  const first = named(regions.provinces, province)
  const [, cities] = columnsOf(regions, [first, 0, 0])
  const second = named(cities, city)
  const [, , counties] = columnsOf(regions, [first, second, 0])
  return [first, second, named(counties, county)]
}

/** Turns one column; those right of it begin anew. */
const turned = ([province, city]: Rows, column: number, row: number): Rows =>
  column === 0 ? [row, 0, 0] : column === 1 ? [province, row, 0] : [province, city, row]

/** Province, city and county by a picker with three columns. */
export function RegionField({ address, onChange }: RegionFieldProps) {
  const [regions, setRegions] = useState<Regions>()
  const [rows, setRows] = useState<Rows>([0, 0, 0])
  const [start] = useState(address)
  useEffect(() => {
    void loadRegions().then((loaded) => {
      setRegions(loaded)
      setRows(rowsOf(loaded, start))
    })
  }, [start])
  if (!regions) {
    return (
      <View className={styles.field}>
        <View className={styles.label}>{checkoutText.region}</View>
        <View className={styles.input}>{checkoutText.regionUnready}</View>
      </View>
    )
  }
  const columns = columnsOf(regions, rows)
  const choose = (chosen: readonly number[]) => {
    const [province, city, county] = columns.map(
      (column, at) => column[chosen[at] ?? 0]?.name ?? '',
    )
    onChange({ province: province ?? '', city: city ?? '', county: county ?? '' })
  }
  const { province, city, county } = address
  return (
    <Picker
      id="region"
      mode="multiSelector"
      range={columns.map((column) => column.map(({ name }) => name))}
      value={[...rows]}
      onColumnChange={({ detail }) => setRows(turned(rows, detail.column, detail.value))}
      onChange={({ detail }) => choose(detail.value)}
    >
      <View className={styles.field}>
        <View className={styles.label}>{checkoutText.region}</View>
        <View className={classes(styles.input, province === '' && styles.unfilled)}>
          {province === '' ? checkoutText.regionPlaceholder : [province, city, county].join(' ')}
        </View>
      </View>
    </Picker>
  )
}
