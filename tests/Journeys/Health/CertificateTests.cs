using System.Diagnostics;
using HealthCertificate.Cases;
using HealthCertificate.Certificates;

namespace BaseComponents.Tests.Journeys.Health;

public sealed class CertificateTests
{
    [Theory]
    [InlineData("ZOË WEIẞ-ĐẶNG M\u0302BANGO\u0303")]
    [InlineData("Seán O'Brien-D’Arcy")]
    [InlineData("X Y")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa Z")]
    public void A_name_stands_in_the_PDF_with_every_letter(string name)
    {
        using var fonts = PdfFonts.Load(Path.Combine(HealthBench.Sample, "wwwroot", "lib", "dejavu"));
        var content = new CaseContent
        {
            Office = new HealthOffice("1", "Gesundheitsamt", ["09599 Freiberg"], "amt@amt.example"),
            AttendanceCode = "code",
            Person = new Person(name, "1970-08"),
            AttendedAt = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero),
        };

        var text = Text(new CertificatePdf(fonts).Write("BEL-1", content));

        Letters(text).Should().Contain(Letters(name)).And.Contain("08.1970").And.Contain("01.01.2027", "that was the day in Germany");
        text.Should().NotContain("code");
    }

    // A long name goes over two lines.
    private static string Letters(string text) => string.Concat(text.Normalize().Where(letter => !char.IsWhiteSpace(letter)));

    private static string Text(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("pdftotext (poppler-utils) is not installed");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
