extension Stylesheet {
    /// Contrast (WCAG 2.1): ink on paper 14:1, quiet ink 6.9:1, links 8.6:1, alert 7.4:1.
    static let text = """
        :root { --ink: #1d2530; --quiet: #505a67; --paper: #fcfcfa; --line: #d5d9dd; --link: #0b4a78;
          --tint: #eef3f6;
          --warn: #fdf3d7; --warn-line: #b98a00; --alert: #96220f; }
        * { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 68rem; padding: 0 1.25rem 3rem; background: var(--paper);
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
        .said { white-space: pre-line; overflow-wrap: anywhere; }
        .banner { margin: 1.5rem 0; padding: .75rem 1rem; background: var(--warn);
          border-left: 4px solid var(--warn-line); }
        dl, dd { margin: 0; overflow-wrap: anywhere; }
        dt { color: var(--quiet); font-size: .9375rem; }
        .facts, .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
          gap: 1rem 2rem; }
        .facts { padding: 1rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        .figures { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
        .figures dd { font-size: 1.625rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .figures dd span { display: block; font-size: .9375rem; font-weight: 650; }
        .figures .alert dd { color: var(--alert); }
        .wide { position: relative; overflow-x: auto; }
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
        .due li { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1.5rem;
          padding: .5rem 0;
          border-bottom: 1px solid var(--line); }
        .due time { color: var(--quiet); font-variant-numeric: tabular-nums; }
        code { font: .9375em/1.5 ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
        .commands > div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
        .commands dt code { color: var(--ink); background: var(--tint); padding: .15rem .4rem; }
        .commands dd { margin-top: .25rem; }
        .banner.thin { margin: .75rem 0 0; padding: .4rem 1rem; font-size: .9375rem; }
        .done { padding: .6rem 1rem; background: #e7f4ea; border-left: 4px solid #23703a; }
        .top .menu { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline;
          justify-content: space-between; padding-top: .5rem; }
        .top .menu ul { flex-wrap: wrap; gap: .25rem 1.25rem; font-size: 1rem; }
        .top .menu a { text-decoration: none; padding: .25rem 0; display: inline-block; }
        .top .menu a:hover { text-decoration: underline; }
        .top .menu a[aria-current] { color: var(--ink); font-weight: 650; box-shadow: 0 2px 0 var(--ink); }
        .top form { margin: 0; font-size: .9375rem; }
        .crumbs { margin: 1.75rem 0 0; color: var(--quiet); font-size: .9375rem; }
        .crumbs + h1 { margin-top: .25rem; }
        .subject { font-weight: 400; color: var(--quiet); }
        h3 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem; font-weight: 650; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        .tag { display: inline-block; padding: .05rem .5rem; border: 1px solid var(--line); border-radius: .25rem;
          background: var(--tint); font-size: .875rem; }
        .tag.alert { border-color: var(--alert); background: #fdecea; color: var(--alert); font-weight: 650; }
        .tag.in_force { border-color: #23703a; background: #e7f4ea; color: #1b5a2e; }
        .tag.suspended, .tag.expired_pending { border-color: var(--warn-line); background: var(--warn);
          color: #5c4500; }
        button, .button { display: inline-block; padding: .5rem 1rem; border: 1px solid var(--link);
          border-radius: .25rem; background: var(--link); color: #fff; font: inherit; font-weight: 600;
          text-decoration: none; cursor: pointer; }
        button:hover, .button:hover { background: #073759; }
        button.second, .button.second { background: #fff; color: var(--link); }
        button.second:hover, .button.second:hover { background: var(--tint); }
        .work .row { margin-top: .4rem; }
        .button.small { padding: .15rem .6rem; font-weight: 400; font-size: .9375rem; margin: .15rem 0; }
        button.small { padding: .15rem .6rem; font-weight: 400; font-size: .9375rem; }
        button.link { padding: 0; border: 0; background: none; color: var(--link); font-weight: 400;
          text-decoration: underline; text-underline-offset: .15em; }
        button.link:hover { background: none; color: #073759; }
        :is(button, input, select, textarea, summary, .button):focus-visible, input[type^=date]:focus-within {
          outline: 3px solid #d07a00; outline-offset: 2px; }
        .narrow { max-width: 38rem; }
        .field { margin: 0 0 1.25rem; }
        label, legend { display: block; font-weight: 600; margin-bottom: .25rem; }
        .box label { display: inline; font-weight: 400; }
        .box { margin: .25rem 0; }
        .help { margin: 0 0 .35rem; color: var(--quiet); font-size: .9375rem; }
        input:not([type=checkbox], [type=hidden]), select, textarea { width: 100%; padding: .45rem .6rem;
          border: 1px solid #6b7683; border-radius: .25rem; background: #fff; color: inherit; font: inherit; }
        select { appearance: auto; }
        fieldset { margin: 0 0 1.25rem; padding: 1rem 1.25rem 0; border: 1px solid var(--line);
          border-radius: .25rem; }
        .field.wrong { padding-left: .75rem; border-left: 4px solid var(--alert); }
        .problem { margin: 0 0 .35rem; color: var(--alert); font-weight: 600; }
        .problems { margin: 1.25rem 0; padding: .75rem 1.25rem; border: 2px solid var(--alert);
          border-radius: .25rem; background: #fff; }
        .problems h2 { margin: 0 0 .25rem; font-size: 1.0625rem; }
        .problems a { color: var(--alert); }
        .problems p, .problems ul { margin: .25rem 0; }
        .secret code { font-size: 1.25rem; letter-spacing: .05em; }
        .codes { columns: 2; max-width: 24rem; list-style: none; padding: 0; }
        .work { margin: 0; padding: 0; list-style: none; }
        .work li { display: grid; grid-template-columns: 14rem 1fr; gap: 0 1.5rem; padding: .9rem 0 .9rem .75rem;
          border-bottom: 1px solid var(--line); border-left: 4px solid transparent; }
        .work li.late { border-left-color: var(--alert); }
        .work p { margin: 0; }
        .work h2 { margin: 0; font-size: 1.0625rem; }
        .when { font-variant-numeric: tabular-nums; }
        .work .when .tag { display: table; margin-bottom: .15rem; }
        strong.late { color: var(--alert); }
        .phases { display: flex; flex-wrap: wrap; gap: .25rem; margin: 1.5rem 0; padding: 0; list-style: none; }
        .phases li { flex: 1 1 6.5rem; padding: .4rem .5rem; border-top: 4px solid var(--line); color: var(--quiet);
          font-size: .875rem; line-height: 1.3; }
        .phases .passed { border-top-color: #7f97a8; color: var(--ink); }
        .phases .here { border-top-color: var(--link); color: var(--ink); font-weight: 650; background: var(--tint); }
        .waits, .acts, .plain { margin: 0; padding: 0; list-style: none; }
        .waits li { padding: .6rem 0 .6rem .75rem; border-bottom: 1px solid var(--line);
          border-left: 4px solid transparent; }
        .waits .own { border-left-color: var(--link); }
        .waits .due li { padding: .35rem 0 0; border: 0; }
        .acts li { margin: 0 0 .6rem; } .plain + form { margin-top: 1.25rem; }
        .sheet > div, .refused > div { display: grid; grid-template-columns: minmax(12rem, 18rem) 1fr; gap: 0 1.5rem;
          padding: .5rem 0; border-bottom: 1px solid var(--line); }
        .sheet dd { white-space: pre-line; }
        details { margin: 2rem 0; }
        summary { cursor: pointer; color: var(--link); font-weight: 600; }
        .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem 1rem;
          align-items: end; margin: 1rem 0; padding: 1rem; background: var(--tint); border-radius: .25rem; }
        .filters .field { margin: 0; }
        .pages { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1rem 0; }
        .offers li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center;
          gap: .5rem 1.5rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
        .offers p { margin: 0; }
        .buttons { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: baseline; }
        .difference { margin: 1rem 0; padding: 0; list-style: none; border: 1px solid var(--line);
          font: .9375rem/1.5 ui-monospace, "Liberation Mono", monospace; }
        .difference li { padding: 0 .75rem; min-height: 1.5em; white-space: pre-wrap; overflow-wrap: anywhere;
          text-indent: -1.5em; padding-left: 2.25em; }
        .difference li::before { content: "\\a0"; display: inline-block; width: 1.5em; text-indent: 0; }
        .difference :is(del, ins) { text-decoration: none; }
        .difference .gone { background: #fdecea; } .difference .gone::before { content: "−"; }
        .difference .new { background: #e7f4ea; } .difference .new::before { content: "+"; }
        .foot { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet);
          font-size: .9375rem; }
        @media (max-width: 36rem) { .due li, .work li, .sheet > div, .refused > div { display: block; }
          .due time { display: block; } }
        @media (min-width: 48rem) {
          .commands > div { display: grid; grid-template-columns: 23rem 1fr; gap: 0 1.5rem; }
          .commands dd { margin-top: 0; }
        }
        @media (max-width: 36rem) { .wide table { min-width: 36rem; } .wide caption { max-width: 20rem; } }
        @media print { .skip, .top .menu, .top .language, .acts, .tools, form, .banner.thin { display: none; }
          :root { --ink: #000; --paper: #fff; } body { max-width: none; } .wide { overflow: visible; }
          a { color: inherit; text-decoration: none; } details::details-content { content-visibility: visible;
          display: block; height: auto; } .calendar td { height: auto; } }
        .short { white-space: nowrap; }
        .filters .send { margin: 0; }
        .dense th, .dense td { padding: .35rem .75rem .35rem 0; font-size: .9375rem; }
        .dense tbody th { min-width: 8rem; }
        .dense form { margin: 0; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 3rem; }
        .bars { width: 35%; }
        .bar { display: block; width: 100%; height: .75rem; margin-top: .3rem; fill: #7f97a8; }
        .terms, .slim { display: block; width: 100%; height: auto; font-size: 12px; fill: var(--ink); }
        .slim { display: none; font-size: 13px; }
        @media screen and (max-width: 46rem) { .terms { display: none; } .slim { display: block; } }
        .figures .age { font-weight: 400; }
        .letter { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; background: #fff;
          border: 1px solid var(--line); }
        .year { stroke: var(--line); }
        .now { stroke: var(--alert); stroke-width: 2; }
        .term { fill: #7f97a8; }
        .months { display: flex; flex-wrap: wrap; gap: .25rem .5rem; margin: 1rem 0; padding: 0; list-style: none; }
        .months a { display: block; padding: .2rem .6rem; border: 1px solid var(--line); border-radius: .25rem;
          text-decoration: none; white-space: nowrap; }
        .months a[aria-current] { background: var(--tint); border-color: var(--link); font-weight: 650; }
        .months span { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
        .calendar { table-layout: fixed; } .calendar th { overflow: hidden; text-overflow: ellipsis; }
        .calendar td { height: 3.5rem; padding: .25rem .5rem; border: 1px solid var(--line); color: var(--quiet);
          font-variant-numeric: tabular-nums; }
        .calendar td[aria-current] { background: var(--tint); font-weight: 650; }
        .calendar a { display: block; font-weight: 650; } .calendar a > span { display: block; font-weight: 400;
          font-size: .875rem; }
        .agenda { margin: 0; padding: 0; list-style: none; }
        .agenda li { display: grid; grid-template-columns: 6rem 9rem 9rem 1fr; gap: 0 1rem; padding: .35rem 0;
          border-bottom: 1px solid var(--line); font-size: .9375rem; }
        .agenda .when, .agenda .kind { color: var(--quiet); }
        @media (max-width: 36rem) { .agenda li { grid-template-columns: auto 1fr; }
          .agenda li > :last-child { grid-column: 1 / -1; } .calendar td { padding: .15rem .2rem; }
          .calendar th { padding-right: .2rem; font-size: .75rem; }
          .calendar .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
        .diagram { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
        @media print { .filters, .pages a, main .button { display: none; } tr { break-inside: avoid; }
          .wide th, .wide td { padding: .2rem .3rem .2rem 0; font-size: .6875rem; hyphens: auto; }
          .wide td, .wide code { overflow-wrap: anywhere; } .wide td { min-width: 3em; }
          .dense tbody th { min-width: 0; white-space: nowrap; }
          .wide .tag, .short { white-space: normal; } .wide .tag { padding: 0; border: 0; font-size: inherit; }
          .calendar th { font-size: .6875rem; } }

        """
}
