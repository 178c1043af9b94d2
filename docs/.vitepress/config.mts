import { defineConfig } from 'vitepress'

const page = (text: string, link: string) => ({ text, link })

// The pages are staged by eng/site/stage.mjs: docs/ as it is, package pages below packages/, the API below reference/.
export default defineConfig({
  title: 'BaseComponents',
  description: '.NET client libraries for the shared state services of Saxony',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  cleanUrls: true,
  lastUpdated: false,
  markdown: {
    // Commands are written indented; here they scroll within their box and can be copied, as other code.
    config: md => {
      md.renderer.rules.code_block = (tokens, index, options, env, self) => {
        tokens[index].info = 'txt'
        return md.renderer.rules.fence!(tokens, index, options, env, self)
      }
    },
  },
  // Nothing is loaded from elsewhere: no fonts, no counters, no search service.
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      page('Getting started', '/getting-started'),
      page('Anleitungen', '/anleitungen/'),
      page('API', '/reference/'),
      page('Errors', '/errors'),
    ],
    sidebar: [
      { text: 'Start', items: [page('What it is', '/'), page('Getting started', '/getting-started'), page('The house', '/house'), page('Comparison', '/comparison'), page('Versions and changes', '/versioning')] },
      {
        text: 'Anleitungen',
        items: [
          page('Übersicht', '/anleitungen/'),
          page('Bezahlen lassen', '/anleitungen/bezahlen-lassen'),
          page('Mit BundID anmelden', '/anleitungen/mit-bundid-anmelden'),
          page('Unternehmen anmelden', '/anleitungen/unternehmen-anmelden'),
          page('Mit dem Ausweis anmelden', '/anleitungen/mit-dem-ausweis-anmelden'),
          page('Anträge aus Amt24 lesen', '/anleitungen/antraege-aus-amt24-lesen'),
          page('Zuständige Stelle finden', '/anleitungen/zustaendige-stelle-finden'),
          page('Verschlüsselt mailen', '/anleitungen/verschluesselt-mailen'),
          page('Post vom Amt empfangen', '/anleitungen/post-vom-amt-empfangen'),
          page('Ohne Zugang testen', '/anleitungen/ohne-zugang-testen'),
        ],
      },
      { text: 'Packages', items: ['Eid', 'Payments', 'Authorities', 'SecureMail', 'Sandbox', 'Tool', 'Templates'].map(unit => page(unit, `/packages/${unit.toLowerCase()}`)) },
      { text: 'How it works', items: [page('Eid', '/eid'), page('BundID', '/bundid'), page('Mein Unternehmenskonto', '/unternehmenskonto'), page('Identity card', '/eid-server'), page('Broker', '/broker'), page('SAML', '/saml'), page('Exports of Amt24', '/amt24-export'), page('Payments', '/payments'), page('Authorities', '/authorities'), page('Secure mail', '/securemail'), page('Outbox', '/outbox'), page('Receiving', '/receiving')] },
      { text: 'Running it', items: [page('Hosting', '/hosting'), page('Scaling', '/scaling'), page('Operations', '/operations'), page('Data protection', '/data-protection'), page('Security model', '/security'), page('Audit', '/audit'), page('Accessibility', '/accessibility'), page('Errors by code', '/errors'), page('Testing', '/testing'), page('Sandbox', '/sandbox')] },
      { text: 'Reference', items: [page('API', '/reference/'), page('Standards', '/standards'), page('Glossary', '/glossary'), page('Performance', '/performance'), page('Dependencies', '/dependencies'), page('Decisions', '/adr/')] },
      { text: 'Samples', items: [page('DogLicence', '/samples/doglicence'), page('EmployerReimbursement', '/samples/employerreimbursement'), page('HealthCertificate', '/samples/healthcertificate'), page('Three municipalities', '/samples/threetowns'), page('Pictures of it', '/samples/pictures'), page('Minimal', '/samples/minimal')] },
    ],
  },
})
