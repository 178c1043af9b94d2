using DogLicence.Cases;
using DogLicence.Hosting;
using DogLicence.Registration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 5, Nachweis: an upload on a page of its own, so that a file that is refused costs nothing that was typed.</summary>
public sealed partial class NachweisModel(CaseStore cases, IOptions<ApplicationOptions> options, ILogger<NachweisModel> log) : CasePage
{
    private const string Label = "Versicherungsschein";

    public FieldErrors Errors { get; } = new();

    public Proof? Stored { get; private set; }

    public string Limit => UploadRules.InMegabytes(options.Value.MaximumProofSize);

    protected override CaseStep Step => CaseStep.Proof;

    public async Task OnGetAsync(bool zuGross, CancellationToken cancellationToken)
    {
        if (zuGross)
            Errors.Add("datei", UploadRules.TooLarge(Label, options.Value.MaximumProofSize));
        Stored = await cases.FindProofAsync(Case, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? datei, CancellationToken cancellationToken)
    {
        if (await Errors.FileAsync("datei", datei, Label, options.Value.MaximumProofSize, cancellationToken) is { } file)
            await cases.SaveProofAsync(Case, file.ContentType, file.Content, cancellationToken);
        if (!Errors.Any)
            return Redirect(PathOf(CaseStep.Summary));
        LogRefused(log, Case.Row.Number, datei?.Length ?? 0);
        Stored = await cases.FindProofAsync(Case, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The proof for case {Number} was refused: {Length} bytes of no accepted kind or size.")]
    private static partial void LogRefused(ILogger log, string number, long length);
}
