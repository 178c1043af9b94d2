using System.Diagnostics;
using DogLicence.Documents;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class PdfTests : IDisposable
{
    private readonly PdfFonts _fonts = PdfFonts.Load(Path.Combine(TestPaths.Sample, "wwwroot", "lib", "dejavu"));
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"case-{Guid.NewGuid():N}.pdf");

    [Fact]
    public void Text_can_be_searched_and_copied_with_every_letter()
    {
        var text = Text(Write(SampleCase.Open()));

        text.Should().Contain(SampleCase.HardName).And.Contain("Büffel").And.Contain("84,00 €").And.Contain("HUND-2026-id").And.Contain("24.11.2026, 10:30 Uhr");
    }

    // Letters with marks that have no character of their own: readers must not see a gap where the mark ends.
    [Theory]
    [InlineData("D\u0326ANI\u013BČENKO")]
    [InlineData("WEIẞ-ĐẶNG M\u0302BANGO\u0303")]
    [InlineData("J\u030Cana k\u0304a L\u0327eo s\u0326tefan")]
    [InlineData("c\u0308o H\u0331\u0302a C\u0328\u0306x")]
    public void A_name_of_letters_with_marks_is_found_as_one_word(string name)
    {
        Write(SampleCase.Open(dogName: name));

        foreach (var order in new[] { "-layout", "-raw", "-nopgbrk" })
            Run("pdftotext", order, _file, "-").Normalize().Should().Contain(name.Normalize(), $"pdftotext {order} finds it");
    }

    [Fact]
    public void An_ordinary_case_fits_one_page()
    {
        Write(SampleCase.Open());

        Run("pdfinfo", _file).Should().MatchRegex("Pages: +1\n");
    }

    [Fact]
    public void Two_letters_that_fonts_like_to_join_stay_two() => Text(Write(SampleCase.Open(dogName: "Schifffahrt fi"))).Should().Contain("Schifffahrt fi");

    [Fact]
    public void The_fonts_are_embedded_and_the_title_is_set()
    {
        Write(SampleCase.Open());

        Run("pdffonts", _file).Should().Contain("DejaVuSans").And.MatchRegex("TrueType.*yes");
        Run("pdfinfo", _file).Should().MatchRegex("Title: +Anmeldung eines Hundes");
    }

    [Fact]
    public void Without_the_fetched_fonts_those_of_the_system_serve()
    {
        if (!Directory.Exists("/usr/share/fonts/truetype/dejavu"))
            Assert.Skip("the DejaVu fonts are not installed (fonts-dejavu-core)");
        using var fonts = PdfFonts.Load(Path.Combine(TestPaths.Sample, "no-such-folder"));

        fonts.Regular.Covers(SampleCase.HardName).Should().BeTrue();
    }

    [Fact]
    public void A_word_that_is_too_long_is_broken_and_the_text_goes_on_over_pages()
    {
        var open = SampleCase.Open(dogName: new string('W', 3000));
        Write(open);

        Run("pdfinfo", _file).Should().MatchRegex("Pages: +[2-9]");
        Text(_file).Count(c => c == 'W').Should().Be(3000);
    }

    public void Dispose()
    {
        File.Delete(_file);
        _fonts.Dispose();
    }

    private string Write(global::DogLicence.Cases.OpenCase open)
    {
        File.WriteAllBytes(_file, new CasePdf(_fonts, TimeProvider.System).Write(CaseSheet.Of(open, proof: null)));
        return _file;
    }

    private static string Text(string file) => Run("pdftotext", "-layout", file, "-");

    // The judge is a program that shares no code with the writer.
    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0);
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} (poppler-utils) is not installed");
            throw;
        }
    }
}
