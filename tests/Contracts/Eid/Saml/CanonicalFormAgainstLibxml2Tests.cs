using System.Text;
using System.Text.RegularExpressions;
using BaseComponents.Shared.XmlSecurity;
using BaseComponents.Tests.Contracts.SecureMail;
using CsCheck;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>The exclusive canonical form of whole documents against that of libxml2, octet by octet. xmllint keeps comments; they are taken out of what it says.</summary>
public sealed partial class CanonicalFormAgainstLibxml2Tests : IDisposable
{
    private const int Count = 400;
    private const string Seed = "0000KUmk4mC1";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("canonical");

    [Fact]
    public async Task It_is_the_same_octet_by_octet()
    {
        Peer.OrSkip("xmllint");
        var documents = new List<string>();
        GeneratedXml.Documents.Sample(documents.Add, iter: Count, threads: 1, seed: Seed);
        documents.Distinct().Should().HaveCountGreaterThan(Count / 2);

        foreach (var xml in documents)
            Ours(xml).Should().Be(await TheirsAsync(xml), xml);
    }

    [Fact]
    public async Task A_difference_would_be_seen()
    {
        Peer.OrSkip("xmllint");

        Ours("<a b='1' c='2'/>").Should().NotBe(await TheirsAsync("<a c='2' b='2'/>"));
    }

    [Theory]
    [InlineData("<?php x?><a/>")]
    [InlineData("<a><?php x?></a>")]
    public void A_processing_instruction_never_reaches_the_canonical_form(string xml) =>
        FluentActions.Invoking(() => Ours(xml)).Should().Throw<XmlRefusedException>().Which.Reason.Should().Be("xml-node-ProcessingInstruction");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Ours(string xml) =>
        Encoding.UTF8.GetString(ExclusiveCanonicalForm.Of(HostileXml.Read(Encoding.UTF8.GetBytes(xml), new XmlLimits { Depth = 100 }).DocumentElement!).Span);

    private async Task<string> TheirsAsync(string xml)
    {
        var file = Path.Combine(_folder.FullName, "document.xml");
        await File.WriteAllTextAsync(file, xml);
        var (exitCode, output) = await Peer.RunAsync("xmllint", ["--exc-c14n", file]);
        exitCode.Should().Be(0, output);
        // Outside the root a comment has a line of its own.
        return Comment().Replace(output, "").Trim('\n');
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
