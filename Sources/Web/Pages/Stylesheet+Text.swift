extension Stylesheet {
    /// Contrast (WCAG 2.1): ink on paper 14:1, quiet ink 6.9:1, links 8.6:1, alert 7.4:1.
    static let text = """
        :root { --ink: #1d2530; --quiet: #505a67; --paper: #fcfcfa; --line: #d5d9dd; --link: #0b4a78;
          --tint: #eef3f6;
          --warn: #fdf3d7; --warn-line: #b98a00; --alert: #96220f; }
        * { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem; background: var(--paper);
          color: var(--ink);
          font: 1rem/1.55 system-ui, "Segoe UI", "Liberation Sans", sans-serif; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -100vw; top: 0; padding: .6rem 1rem; background: var(--ink);
          color: #fff; }
        .skip:focus { left: 0; }
        .top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between;
          gap: .25rem 2rem;
          padding: 1rem 0; border-bottom: 1px solid var(--line); }
        .brand { margin: 0; font-weight: 650; letter-spacing: .01em; }
        .brand a { color: inherit; text-decoration: none; }
        .brand a:hover { text-decoration: underline; }
        .top ul { display: flex; gap: 1rem; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
        h1 { margin: 2.25rem 0 .5rem; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.125rem);
          line-height: 1.2; font-weight: 650;
          text-wrap: balance; }
        h2 { margin: 2.75rem 0 .75rem; font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
        .lead { margin: 0 0 1.5rem; max-width: 40em; color: var(--quiet); font-size: 1.0625rem; }
        .quiet { color: var(--quiet); }
        .banner { margin: 1.5rem 0; padding: .75rem 1rem; background: var(--warn);
          border-left: 4px solid var(--warn-line); }
        dl, dd { margin: 0; }
        dt { color: var(--quiet); font-size: .9375rem; }
        .facts, .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
          gap: 1rem 2rem; }
        .facts { padding: 1rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        .figures dd { font-size: 1.625rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .figures dd span { display: block; font-size: .9375rem; font-weight: 650; }
        .figures .alert dd { color: var(--alert); }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; }
        caption { padding-bottom: .5rem; color: var(--quiet); font-size: .9375rem; text-align: left; }
        th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left;
          vertical-align: top; }
        thead th { color: var(--quiet); font-size: .875rem; font-weight: 600; vertical-align: bottom; }
        tbody th { font-weight: 400; min-width: 10rem; }
        tfoot th, tfoot td { border-bottom: 0; font-weight: 650; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        tr > :last-child { padding-right: .25rem; }
        .due { margin: 0; padding: 0; list-style: none; }
        .due li { display: grid; grid-template-columns: minmax(13rem, auto) 1fr; gap: 0 1.5rem;
          padding: .5rem 0;
          border-bottom: 1px solid var(--line); }
        .due time { color: var(--quiet); font-variant-numeric: tabular-nums; }
        code { font: .9375em/1.5 ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
        .commands > div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
        .commands dt code { color: var(--ink); background: var(--tint); padding: .15rem .4rem; }
        .commands dd { margin-top: .25rem; }
        .foot { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet);
          font-size: .9375rem; }
        @media (max-width: 36rem) { .due li { display: block; } .due time { display: block; } }
        @media (min-width: 48rem) {
          .commands > div { display: grid; grid-template-columns: 23rem 1fr; gap: 0 1.5rem; }
          .commands dd { margin-top: 0; }
        }
        @media print { .skip, .top nav { display: none; } body { max-width: none; } }

        """
}
