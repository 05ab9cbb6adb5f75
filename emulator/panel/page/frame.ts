import { fill, make } from '../make'
import { timeOf } from '../words'
import { icon } from './icon'
import type { Bench, Close, Section } from './section'

/** Lays out the panel and opens the section that the address names, the first one otherwise. */
export function frame(sections: readonly [Section, ...Section[]], bench: Bench): void {
  const links = new Map(sections.map((section) => [section.id, linkTo(section)]))
  const main = make('main', { id: 'section' })
  document.body.append(
    make(
      'header',
      { class: 'top' },
      make('a', { class: 'brand', href: '#people' }, '聚团', make('small', {}, '本地云')),
      wallClock(bench),
    ),
    make('nav', { 'aria-label': '控制台' }, ...links.values()),
    main,
  )
  let close: Close = () => undefined
  const openNamed = () => {
    const [id, ...rest] = decodeURIComponent(location.hash.slice(1)).split('/')
    const section = sections.find((one) => one.id === id) ?? sections[0]
    close()
    close = () => undefined
    for (const [name, link] of links) mark(link, name === section.id)
    document.title = `${section.title} · 聚团本地云`
    const root = make('div', { class: 'section' })
    fill(main, make('h1', {}, section.title), make('p', { class: 'about' }, section.about), root)
    close = section.open(root, bench, rest.join('/'))
  }
  window.addEventListener('hashchange', openNamed)
  // Names first, so that the first section already shows them; without them it shows openids.
  void bench.people
    .read()
    .catch(() => undefined)
    .then(openNamed)
}

function linkTo(section: Section): HTMLElement {
  return make('a', { href: `#${section.id}` }, icon(section.icon), make('span', {}, section.title))
}

function mark(link: HTMLElement, isOpen: boolean): void {
  if (!isOpen) {
    link.removeAttribute('aria-current')
    return
  }
  link.setAttribute('aria-current', 'page')
  link.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function wallClock({ clock }: Bench): HTMLElement {
  const time = make('a', { class: 'wall', href: '#clock', title: '店里的时间' }, '--:--:--')
  clock.watch((now, frozen) => {
    time.textContent = timeOf(now)
    time.classList.toggle('frozen', frozen)
  })
  return time
}
