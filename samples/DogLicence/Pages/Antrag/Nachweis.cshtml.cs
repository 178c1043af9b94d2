using DogLicence.Cases;
using DogLicence.Hosting;
using DogLicence.Registration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 5, Nachweis: an upload on a page of its own, so that a file that is refused costs nothing that was typed.</summary>
public sealed partial class NachweisModel(CaseStore cases, IOptions<ApplicationOptions> options, ILogger<NachweisModel> log) : CasePage
{
    public FieldErrors Errors { get; } = new();

    public Proof? Stored { get; private set; }

    public string Limit => $"{options.Value.MaximumProofSize / 1024 / 1024} MB";

    protected override CaseStep Step => CaseStep.Proof;

    public async Task OnGetAsync(bool zuGross, CancellationToken cancellationToken)
    {
        if (zuGross)
            Errors.Add("datei", TooLarge());
        Stored = await cases.FindProofAsync(Case, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? datei, CancellationToken cancellationToken)
    {
        if (datei is null || datei.Length == 0)
            Errors.Add("datei", "Versicherungsschein: Bitte wählen Sie eine Datei aus, oder gehen Sie ohne Datei weiter.");
        else if (datei.Length > options.Value.MaximumProofSize)
            Errors.Add("datei", TooLarge());
        else if (await ReadAsync(datei, cancellationToken) is var content && ProofFile.TypeOf(content) is { } type)
            await cases.SaveProofAsync(Case, type, content, cancellationToken);
        else
            Errors.Add("datei", "Versicherungsschein: Diese Datei ist kein PDF und kein Bild im Format JPG oder PNG.");
        if (!Errors.Any)
            return Redirect(PathOf(CaseStep.Summary));
        LogRefused(log, Case.Row.Number, datei?.Length ?? 0);
        Stored = await cases.FindProofAsync(Case, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private string TooLarge() => $"Versicherungsschein: Die Datei ist zu groß. Erlaubt sind höchstens {Limit}. Ihre übrigen Angaben sind gespeichert.";

    [LoggerMessage(Level = LogLevel.Information, Message = "The proof for case {Number} was refused: {Length} bytes of no accepted kind or size.")]
    private static partial void LogRefused(ILogger log, string number, long length);

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
