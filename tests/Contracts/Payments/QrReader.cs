using System.Diagnostics;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>A picture drawn by librsvg and read by zbar: as a browser and a camera would, and nobody here wrote either.</summary>
internal sealed class QrReader : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qr");

    public static QrReader OrSkip()
    {
        Peer.OrSkip("rsvg-convert");
        Peer.OrSkip("zbarimg");
        return new QrReader();
    }

    /// <summary>The bytes in the code; empty when the reader finds none.</summary>
    public async Task<byte[]> ReadAsync(string svg, int pixels = 600)
    {
        var (drawing, picture) = (Path.Combine(_folder.FullName, "code.svg"), Path.Combine(_folder.FullName, "code.png"));
        await File.WriteAllTextAsync(drawing, svg);
        // On a black page, so that the white around the code must come from the drawing itself.
        var (exitCode, output) = await Peer.RunAsync("rsvg-convert", ["--background-color", "black", "--width", $"{pixels}", "--output", picture, drawing]);
        exitCode.Should().Be(0, output);
        return await DecodeAsync(picture);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<byte[]> DecodeAsync(string picture)
    {
        // As bytes: otherwise the reader guesses the character set.
        using var process = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", "-Sqrcode.binary", picture])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = process.StandardError.ReadToEndAsync();
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        await complaints;
        return bytes.ToArray();
    }
}
