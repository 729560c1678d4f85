// Tells the style sheet that script runs, before the page is painted, so that what script will fold away does not flash.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
