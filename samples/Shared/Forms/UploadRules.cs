using MunicipalService.Languages;

namespace MunicipalService.Forms;

/// <summary>An uploaded file whose kind was looked at.</summary>
/// <param name="ContentType">By its first bytes.</param>
public sealed record UploadedFile(string ContentType, byte[] Content)
{
    /// <summary>What its name ends with; the name that came with it is not kept.</summary>
    public string Extension => ExtensionOf(ContentType);

    /// <inheritdoc cref="Extension"/>
    public static string ExtensionOf(string contentType) => contentType switch
    {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        _ => ".jpg",
    };

    /// <summary>Kind and size alone.</summary>
    public override string ToString() => $"{ContentType}, {Content.Length} bytes";
}

/// <summary>Rule for an uploaded file.</summary>
public static class UploadRules
{
    /// <summary>The file, or null with a message.</summary>
    /// <param name="errors">Gets the message.</param>
    /// <param name="field">Name of the input.</param>
    /// <param name="file">As it came.</param>
    /// <param name="label">What it is to be.</param>
    /// <param name="largest">Bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<UploadedFile?> FileAsync(this FieldErrors errors, string field, IFormFile? file, string label, int largest, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
            errors.Add(field, $"{label}: Bitte wählen Sie eine Datei aus, oder gehen Sie ohne Datei weiter.");
        else if (file.Length > largest)
            errors.Add(field, TooLarge(label, largest));
        else if (await ReadAsync(file, cancellationToken) is var content && ProofFile.TypeOf(content) is { } type)
            return new UploadedFile(type, content);
        else
            errors.Add(field, $"{label}: Diese Datei ist kein PDF und kein Bild im Format JPG oder PNG.");
        return null;
    }

    /// <summary>What is said about a file that is too large.</summary>
    public static Message TooLarge(string label, int largest) => $"{label}: Die Datei ist zu groß. Erlaubt sind höchstens {InMegabytes(largest)}. Ihre übrigen Angaben sind gespeichert.";

    public static string InMegabytes(int bytes) => $"{bytes / 1024 / 1024} MB";

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
