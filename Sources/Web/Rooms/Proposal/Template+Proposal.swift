extension Template {
    /// The pages about new proposals.
    static let proposal = [
        "newFile": newFile, "proposalHead": proposalHead, "proposalFoot": proposalFoot,
        "lostDraft": lostDraft, "proposalParties": proposalParties,
        "proposalFields": proposalFields, "proposalCheck": proposalCheck,
    ]

    private static let newFile = """
        {{<layout}}{{$content}}
        <h1>{{t.proposal.title}}</h1>
        <p class="lead">{{t.proposal.lead}}</p>
        {{#saved}}<p class="done" role="status">{{t.proposal.savedDraft}}</p>{{/saved}}
        {{#discarded}}<p class="done" role="status">{{t.proposal.discarded}}</p>{{/discarded}}
        {{#message}}<div class="problems" role="alert"><p>{{.}}</p></div>{{/message}}
        {{#hasDrafts}}
        <h2 id="drafts">{{t.proposal.drafts}}</h2>
        <div class="wide" role="region" aria-labelledby="drafts" tabindex="0"><table>
        <thead><tr><th scope="col">{{t.proposal.subject}}</th><th scope="col">{{t.notice.instrument}}</th>\
        <th scope="col">{{t.proposal.savedOn}}</th><th scope="col">{{t.proposal.discard}}</th></tr></thead>
        <tbody>
        {{#drafts}}<tr><th scope="row"><a href="{{path}}/parties">{{subject}}</a></th><td>{{instrument}}</td><td>{{saved}}</td>\
        <td><form method="post" action="{{path}}/discard"><input type="hidden" name="formKey" value="{{formKey}}">\
        <button class="second small" aria-label="{{t.proposal.discard}}{{t.sign.colon}}{{named}}">{{t.proposal.discard}}</button></form></td>\
        </tr>{{/drafts}}
        </tbody></table></div>
        {{/hasDrafts}}
        {{#copied}}<p class="banner" role="status">{{t.proposal.copied}} <strong>{{.}}</strong>.</p>{{/copied}}
        <h2 id="instruments">{{t.proposal.choose}}</h2>
        {{#hasInstruments}}
        <ul class="plain offers">
        {{#instruments}}<li><p><strong>{{title}}</strong>
        {{#calls}}<br><span class="quiet">{{.}}</span>{{/calls}}\
        {{#hasNoCall}}<br><span class="quiet">{{t.proposal.noCall}}</span>{{/hasNoCall}}</p>
        {{#isPossible}}<form method="post" action="/files/new"><input type="hidden" name="formKey" value="{{formKey}}">\
        {{#from}}<input type="hidden" name="from" value="{{.}}">{{/from}}\
        <button class="second" name="workflow" value="{{workflow}}" aria-label="{{t.proposal.begin}}{{t.sign.colon}}{{title}}">\
        {{t.proposal.begin}}</button></form>{{/isPossible}}</li>{{/instruments}}
        </ul>
        {{/hasInstruments}}
        {{^hasInstruments}}<p>{{t.proposal.none}} <a href="mailto:{{contact}}">{{contact}}</a></p>{{/hasInstruments}}
        {{/content}}{{/layout}}
        """

    /// Where one is among the steps.
    private static let proposalHead = """
        <p class="crumbs"><a href="/files/new">{{t.proposal.title}}</a> · {{instrument}}{{#subject}} · {{.}}{{/subject}}</p>
        <h1>{{title}}</h1>
        <nav aria-label="{{t.proposal.steps}}"><ol class="phases">
        {{#steps}}<li class="{{place}}"{{#isHere}} aria-current="step"{{/isHere}}>\
        {{#isHere}}{{title}}{{/isHere}}{{^isHere}}<a href="{{path}}">{{title}}</a>{{/isHere}}\
        {{#progress}}<br>{{.}}{{/progress}}</li>{{/steps}}
        </ol></nav>
        {{> problems}}
        {{#hasSince}}<section class="banner"><h2 id="since">{{t.proposal.since}}</h2>
        <ul>{{#since}}<li>{{.}}</li>{{/since}}</ul></section>{{/hasSince}}

        """

    private static let proposalFoot = """
        <p class="buttons"><button name="go" value="next">{{t.proposal.next}}</button>
        {{#hasPrevious}}<button class="second" name="go" value="back">{{t.proposal.back}}</button>{{/hasPrevious}}
        <button class="second" name="go" value="leave">{{t.proposal.leave}}</button></p>
        <p class="quiet" id="draft-said" role="status" data-failed="{{t.proposal.notKept}}">{{t.proposal.savedAt}} {{saved}}</p>

        """

    private static let lostDraft = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/files/new">{{t.proposal.title}}</a></p>
        <h1>{{title}}</h1>
        <p class="lead">{{detail}}</p>
        {{#message}}<div class="problems" role="alert"><p>{{.}}</p></div>{{/message}}
        {{#hasTexts}}<p>{{t.act.written}}</p><ul>{{#texts}}<li class="said">{{value}}</li>{{/texts}}</ul>{{/hasTexts}}
        {{#file}}<p><a class="button" href="{{.}}">{{t.act.toFile}}</a></p>{{/file}}
        {{#isPossible}}
        <form method="post" action="/files/new"><input type="hidden" name="formKey" value="{{formKey}}">
        <input type="hidden" name="workflow" value="{{workflow}}"><input type="hidden" name="step" value="{{step}}">
        {{#entries}}<input type="hidden" name="{{name}}" value="{{value}}">{{/entries}}
        <p class="buttons"><button>{{t.proposal.takeOver}}</button> <a href="/files/new">{{t.form.cancel}}</a></p>
        </form>
        {{/isPossible}}
        {{/content}}{{/layout}}
        """

    private static let proposalParties = """
        {{<layout}}{{$content}}
        {{> proposalHead}}
        <form method="post" action="{{action}}" class="narrow" novalidate data-draft>
        <input type="hidden" name="formKey" value="{{formKey}}">
        {{#shown}}<input type="hidden" name="{{name}}" value="{{value}}">{{/shown}}
        <fieldset id="parties"{{#problem}} aria-describedby="parties-problem"{{/problem}}><legend>{{t.proposal.chosen}}</legend>
        <p class="help">{{t.proposal.partiesHelp}}</p>
        {{#problem}}<p class="problem" id="parties-problem">{{.}}</p>{{/problem}}
        {{#chosen}}<p class="box"><input type="checkbox" id="{{id}}" name="f.parties" value="{{value}}" checked>\
         <label for="{{id}}">{{name}} <span class="quiet">{{country}}</span></label></p>{{/chosen}}
        </fieldset>
        <div class="field"><label for="q">{{t.proposal.search}}</label>
        <p class="help" id="q-help">{{t.proposal.searchHelp}}</p>
        <input id="q" name="q" type="search" value="{{search}}" maxlength="80" aria-describedby="q-help"></div>
        <p><button class="second" name="go" value="search">{{t.proposal.find}}</button></p>
        {{#hasOthers}}
        <fieldset><legend>{{#isSearched}}{{t.proposal.found}}{{/isSearched}}{{^isSearched}}{{t.proposal.register}}{{/isSearched}}</legend>
        {{#others}}<p class="box"><input type="checkbox" id="{{id}}" name="f.parties" value="{{value}}">\
         <label for="{{id}}">{{name}} <span class="quiet">{{country}}</span></label></p>{{/others}}
        </fieldset>
        {{/hasOthers}}
        {{^hasOthers}}<p role="status">{{t.proposal.notFound}} {{t.proposal.notListed}} \
        <a href="mailto:{{contact}}">{{contact}}</a></p>{{/hasOthers}}
        {{> proposalFoot}}
        </form>
        {{/content}}{{/layout}}
        """

    private static let proposalFields = """
        {{<layout}}{{$content}}
        {{> proposalHead}}
        <form method="post" action="{{action}}" class="narrow" novalidate data-draft>
        <input type="hidden" name="formKey" value="{{formKey}}">
        {{#shown}}<input type="hidden" name="{{name}}" value="{{value}}">{{/shown}}
        {{#isLabs}}<p class="help">{{t.proposal.labsHelp}}</p>{{/isLabs}}
        {{> fields}}
        {{#isLabs}}<p><button class="second" name="go" value="more">{{t.proposal.more}}</button></p>{{/isLabs}}
        {{> proposalFoot}}
        </form>
        {{/content}}{{/layout}}
        """

    private static let proposalCheck = """
        {{<layout}}{{$content}}
        {{> proposalHead}}
        {{#hasWrong}}
        <div class="problems" role="alert"><h2>{{t.form.problems}}</h2>
        <ul>{{#wrong}}<li><a href="{{path}}">{{label}}</a>{{t.sign.colon}}{{problem}}</li>{{/wrong}}</ul></div>
        {{/hasWrong}}
        {{#hasMissing}}
        <div class="banner"><p>{{t.proposal.missing}}</p>
        <ul>{{#missing}}<li><a href="{{path}}">{{label}}</a></li>{{/missing}}</ul></div>
        {{/hasMissing}}
        {{> namesakes}}
        {{#parts}}
        <section>
        <h2 id="{{id}}">{{title}}</h2>
        <dl class="sheet">{{#lines}}<div><dt>{{label}}</dt><dd>{{#value}}{{.}}{{/value}}{{^value}}\
        <span class="quiet">{{t.proposal.empty}}</span>{{/value}}</dd></div>{{/lines}}</dl>
        <p><a href="{{path}}">{{t.proposal.change}}<span class="hidden">{{t.sign.colon}}{{title}}</span></a></p>
        </section>
        {{/parts}}
        <form method="post" action="{{action}}">
        <input type="hidden" name="formKey" value="{{formKey}}">
        <p class="lead">{{t.proposal.creates}}</p>
        <p class="buttons">{{#isPossible}}<button>{{t.proposal.create}}</button> {{/isPossible}}\
        <a class="button second" href="/files/new?saved=1">{{t.proposal.later}}</a></p>
        <p class="quiet">{{t.proposal.savedAt}} {{saved}}</p>
        </form>
        {{/content}}{{/layout}}
        """
}
