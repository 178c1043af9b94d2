using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using HealthCertificate.Instruction;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Pages.Vorgang;

/// <summary>Step 4: instruction, control questions, declaration.</summary>
public sealed class BelehrungModel(CaseStore cases, IOptionsMonitor<ServiceOptions> options, TimeProvider clock) : CasePage
{
    [BindProperty]
    public DeclarationForm Form { get; set; } = new();

    public FieldErrors Errors { get; } = new();

    public Notice? Notice { get; private set; }

    public IActionResult OnGet() => Row.Stage is CaseStage.Begun ? Page() : Redirect(Address);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Row.Stage is not CaseStage.Begun)
            return Redirect(Address);
        Form.Check(Errors);
        // Neither a wrong answer nor a doubt is kept: they are about somebody's health, or nobody's business.
        if (!Errors.Any && Form.Erklaerung == DeclarationForm.Unsure)
            Notice = new Notice("warning", "Bitte sprechen Sie zuerst mit dem Gesundheitsamt",
                $"Die Bescheinigung darf erst ausgestellt werden, wenn ein ärztliches Zeugnis zeigt, dass nichts dagegen spricht. Das gilt nur für Sie und wird hier nicht gespeichert. Zuständig ist: {Case.Office.Name}.");
        if (Errors.Any || Notice is not null)
            return Page();
        Row.Stage = CaseStage.Instructed;
        await cases.SaveAsync(Row, Case with { DeclaredAt = clock.GetUtcNow(), Fee = options.CurrentValue.Fee, Mail = Form.Mail, CertificatePem = Form.Zertifikat }, cancellationToken);
        return Redirect(Address);
    }
}
