extension Template {
    /// The pages about the dossier and the documents of a file.
    static let dossiers = [
        "dossier": dossier, "shelf": shelf, "difference": difference, "fileTools": fileTools,
    ]

    /// What the page of a file offers besides its acts.
    private static let fileTools = """
        <p class="buttons tools">{{#canEdit}}<a class="button second" href="{{path}}/edit">{{t.dossier.edit}}</a> {{/canEdit}}\
        {{#canAdd}}<a class="button second" href="{{path}}/documents">{{t.shelf.add}}</a> {{/canAdd}}\
        {{#canCopy}}<a class="button second" href="{{copyPath}}">{{t.proposal.copy}}</a>{{/canCopy}}</p>

        """

    private static let dossier = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="{{file}}">{{reference}}{{#subject}} · {{.}}{{/subject}}</a></p>
        <h1>{{t.dossier.edit}}</h1>
        {{#saved}}<p class="done" role="status">{{t.dossier.saved}}</p>{{/saved}}
        {{#refusal}}<p class="banner" role="status">{{.}}</p>{{/refusal}}
        {{#isOpen}}
        {{#hasParts}}
        <nav aria-label="{{t.dossier.sections}}"><ol class="phases">
        {{#parts}}<li class="{{place}}"{{#isHere}} aria-current="step"{{/isHere}}>\
        {{#isHere}}{{title}}{{/isHere}}{{^isHere}}<a href="{{path}}">{{title}}</a>{{/isHere}}<br>{{progress}}</li>{{/parts}}
        </ol></nav>
        {{/hasParts}}
        {{#hasMissing}}
        <div class="banner"><p>{{t.dossier.missing}}</p>
        <ul>{{#missing}}<li><a href="{{path}}">{{label}}</a></li>{{/missing}}</ul></div>
        {{/hasMissing}}
        {{> problems}}
        {{#hasSince}}<section class="banner"><h2 id="since">{{t.act.since}}</h2>
        <ul>{{#since}}<li>{{title}}</li>{{/since}}</ul></section>{{/hasSince}}
        <form method="post" action="{{action}}" class="narrow" novalidate>
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="part" value="{{part}}">
        {{#shown}}<input type="hidden" name="{{name}}" value="{{value}}">{{/shown}}
        <input type="hidden" name="revision" value="{{revision}}"><input type="hidden" name="request" value="{{request}}">
        {{> fields}}
        <p class="buttons">{{^isLast}}<button name="go" value="next">{{t.dossier.saveNext}}</button>
        <button class="second" name="go" value="leave">{{t.dossier.save}}</button>{{/isLast}}\
        {{#isLast}}<button name="go" value="leave">{{t.dossier.save}}</button>{{/isLast}}
        <a href="{{file}}">{{t.form.cancel}}</a></p>
        </form>
        {{/isOpen}}
        {{^isOpen}}<p><a href="{{file}}">{{t.dossier.back}}</a></p>{{/isOpen}}
        {{/content}}{{/layout}}
        """

    private static let shelf = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="{{file}}">{{reference}}{{#subject}} · {{.}}{{/subject}}</a></p>
        <h1>{{t.shelf.title}}</h1>
        {{#added}}<p class="done" role="status">{{t.shelf.added}} <code>{{.}}</code></p>{{/added}}
        {{#refusal}}<p class="banner" role="status">{{.}}</p>{{/refusal}}
        {{> problems}}
        {{#isOpen}}
        <h2>{{t.shelf.add}}</h2>
        <form method="post" action="{{action}}" class="narrow" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}">
        {{> fields}}
        <div class="field{{#fileProblem}} wrong{{/fileProblem}}"><label for="file">{{t.shelf.file}}</label>
        <p class="help" id="file-help">{{t.shelf.fileHelp}}</p>
        {{#fileProblem}}<p class="problem" id="file-problem">{{.}}</p>{{/fileProblem}}
        <input id="file" name="file" type="file" required accept="{{accept}}"\
         aria-describedby="file-help{{#fileProblem}} file-problem{{/fileProblem}}"{{#fileProblem}} aria-invalid="true"{{/fileProblem}}>
        </div>
        <p class="buttons"><button>{{t.shelf.add}}</button> <a href="{{file}}">{{t.form.cancel}}</a></p>
        </form>
        {{/isOpen}}
        {{#hasDocuments}}
        <h2 id="documents">{{t.file.documents}}</h2>
        <div class="wide" role="region" aria-labelledby="documents" tabindex="0"><table>
        <thead><tr><th scope="col">{{t.document.kind}}</th><th scope="col" class="n">{{t.document.version}}</th>\
        <th scope="col">{{t.shelf.name}}</th><th scope="col">{{t.document.added}}</th>\
        <th scope="col">{{t.document.hash}}</th><th scope="col" class="n">{{t.document.size}}</th>\
        <th scope="col">{{t.shelf.compare}}</th></tr></thead>
        <tbody>
        {{#documents}}<tr><th scope="row">{{#isKept}}<a href="{{link}}">{{kind}}</a>{{/isKept}}{{^isKept}}{{kind}}{{/isKept}}\
        {{#tongue}} <span class="quiet">{{.}}</span>{{/tongue}}</th><td class="n">{{version}}</td>\
        <td>{{#isKept}}{{fileName}}{{/isKept}}{{^isKept}}<span class="quiet">{{t.shelf.gone}}</span>{{/isKept}}</td>\
        <td>{{on}}</td><td>{{#hash}}<code title="{{whole}}">{{short}}…</code>{{/hash}}</td><td class="n">{{size}}</td>\
        <td>{{#isCompared}}<a href="{{link}}/difference" aria-label="{{t.shelf.compared}}{{t.sign.colon}}{{kind}} {{version}}">\
        {{t.shelf.compare}}</a>{{/isCompared}}</td></tr>{{/documents}}
        </tbody></table></div>
        {{/hasDocuments}}
        {{^hasDocuments}}<p class="quiet">{{t.shelf.none}}</p>{{/hasDocuments}}
        {{/content}}{{/layout}}
        """

    private static let difference = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="{{file}}">{{reference}}</a> · <a href="{{file}}/documents">{{t.shelf.title}}</a></p>
        <h1>{{t.difference.title}} <span class="subject">{{older}} → {{newer}}</span></h1>
        {{#hasOthers}}
        <form method="get" action="{{here}}" class="filters">
        <div class="field"><label for="with">{{t.difference.with}}</label>
        <select id="with" name="with">{{#others}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>\
        {{/others}}</select></div>
        <p><button class="second">{{t.shelf.compare}}</button></p>
        </form>
        {{/hasOthers}}
        {{#message}}<p class="lead">{{.}}</p>{{/message}}
        {{#isTextOnly}}<p class="quiet">{{t.difference.textOnly}}</p>{{/isTextOnly}}
        {{#hasLines}}
        <p class="lead">{{t.difference.count}} {{inserted}}, {{removed}}</p>
        <ol class="difference">
        {{#lines}}<li class="{{kind}}">{{#isSkip}}<span class="quiet">… {{count}} {{unit}} …</span>{{/isSkip}}\
        {{#isKept}}{{line}}{{/isKept}}\
        {{#isGone}}<del><span class="hidden">{{t.difference.removed}}{{t.sign.colon}}</span>{{line}}</del>{{/isGone}}\
        {{#isNew}}<ins><span class="hidden">{{t.difference.inserted}}{{t.sign.colon}}</span>{{line}}</ins>{{/isNew}}</li>
        {{/lines}}
        </ol>
        {{/hasLines}}
        {{/content}}{{/layout}}
        """
}
