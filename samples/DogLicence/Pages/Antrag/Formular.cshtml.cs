using BaseComponents.Eid;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using DogLicence.Registration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 4, Angaben: the form about the dog; the keeper comes from the log-in and cannot be changed.</summary>
public sealed class FormularModel(CaseStore cases, IOptionsMonitor<DogTaxOptions> tax, Wording wording, TimeProvider clock) : CasePage
{
    [BindProperty]
    public DogForm Form { get; set; } = new();

    public FieldErrors Errors { get; } = new();

    public Notice? Notice { get; private set; }

    public string Statute => tax.CurrentValue.Statute;

    public IReadOnlyList<SheetLine> OwnerLines => CaseSheet.OwnerLines(Case.Content.Owner!, wording);

    public IReadOnlyList<RadioOption> TaxOptions =>
        [.. tax.CurrentValue.Classes.Select(c => new RadioOption(c.Key, wording["{0} im Jahr", wording.Money(c.Amount)]) { Setting = c.Label })];

    protected override CaseStep Step => CaseStep.Form;

    public void OnGet()
    {
        Form = Case.Content switch
        {
            { Unsent: { } unsent } => unsent,
            { Registration: { } dog } => DogForm.Of(dog),
            _ => new DogForm { ContactMail = KnownMail() },
        };
        if (Case.Content.Unsent is not null)
            Notice = new Notice("info", "Ihre Eingaben sind noch da", "Ihre Anmeldung war abgelaufen, bevor Sie das Formular abgeschickt haben. Bitte prüfen Sie die Angaben und senden Sie sie noch einmal ab.");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var checkedForm = DogFormRules.Check(Form, tax.CurrentValue, GermanDate.Day(clock.GetUtcNow()), Errors);
        if (checkedForm is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        try
        {
            await cases.SaveAsync(Case, Case.Content with { Registration = checkedForm, Unsent = null, ConfirmedAt = null }, cancellationToken: cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            Notice = new Notice("warning", "Der Antrag wurde in einem anderen Fenster geändert", "Ihre Angaben stehen noch hier. Bitte prüfen Sie sie und senden Sie sie noch einmal ab.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect(PathOf(checkedForm.Insurance is null ? CaseStep.Summary : CaseStep.Proof));
    }

    protected override async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (Case.Row.Stage == CaseStage.Draft)
            await cases.SaveAsync(Case, Case.Content with { Unsent = Form, ConfirmedAt = null }, cancellationToken: cancellationToken);
    }

    private string? KnownMail() => User.TryGetEidIdentity(out var identity) ? identity.MailAddress : null;
}
