using EmployerReimbursement.Cases;
using EmployerReimbursement.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EmployerReimbursement.Pages.Antrag;

/// <summary>Step 4: the confirmation on a page of its own, so that a file that is refused costs nothing that was typed.</summary>
public sealed class NachweisModel(ClaimStore claims, IOptions<ServiceOptions> options) : ClaimPage
{
    public const string Label = "Bestätigung der Feuerwehr";

    public FieldErrors Errors { get; } = new();

    public bool IsStored { get; private set; }

    public string Limit => UploadRules.InMegabytes(options.Value.MaximumProofSize);

    protected override bool IsDue => base.IsDue && Claim.IsComplete;

    public async Task OnGetAsync(bool zuGross, CancellationToken cancellationToken)
    {
        if (zuGross)
            Errors.Add("datei", UploadRules.TooLarge(Label, options.Value.MaximumProofSize));
        IsStored = await claims.HasProofAsync(Open.Row.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? datei, CancellationToken cancellationToken)
    {
        if (await Errors.FileAsync("datei", datei, Label, options.Value.MaximumProofSize, cancellationToken) is { } file)
        {
            await claims.SaveProofAsync(Open, file, cancellationToken);
            return Redirect(PathOf("zusammenfassung"));
        }

        IsStored = await claims.HasProofAsync(Open.Row.Id, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
