using System.Diagnostics;
using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>A forgery must not cost more than its size: SignedInfo is brought into its canonical form before anybody knows who wrote it.</summary>
public sealed class CostOfForgeriesTests
{
    [Fact]
    public void The_prefix_list_holds_a_list_and_nothing_below_it()
    {
        var signature = new ForgedSignature { CanonicalizationXml = Method("ds", "<a/>") };

        Answers.Read(Answers.SignedAssertion(signature: signature)).ShouldBeRefused("signature-canonicalization-parameters");
    }

    [Fact]
    public void Many_prefixes_over_many_elements_end_at_once()
    {
        var xml = Encoding.UTF8.GetBytes(Answers.SignedAssertion().OuterXml.Replace(
            $"""<ds:CanonicalizationMethod Algorithm="{ForgedSignature.ExclusiveC14n}" />""", Method(string.Join(' ', Enumerable.Range(0, 32).Select(i => $"p{i}")), Bulk()), StringComparison.Ordinal));
        xml.Length.Should().BeInRange(20_000, SamlResponseReader.LargestResponse);
        Parties.Reader.Read(xml, Parties.Expectation).ShouldBeRefused("signature-canonicalization-parameters");

        // The shortest of several: whatever else the machine does makes one longer, never shorter.
        Enumerable.Range(0, 5).Min(_ => TimeOf(xml)).Should().BeLessThan(TimeSpan.FromMilliseconds(50));
    }

    private static TimeSpan TimeOf(byte[] xml)
    {
        var started = Stopwatch.GetTimestamp();
        Parties.Reader.Read(xml, Parties.Expectation);
        return Stopwatch.GetElapsedTime(started);
    }

    private static string Method(string prefixes, string below) =>
        $"""<ds:CanonicalizationMethod Algorithm="{ForgedSignature.ExclusiveC14n}"><ec:InclusiveNamespaces xmlns:ec="{ForgedSignature.ExclusiveC14n}" PrefixList="{prefixes}">{below}</ec:InclusiveNamespaces></ds:CanonicalizationMethod>""";

    // Each level declares as many namespaces as it may; the elements at the bottom look through all of them for every prefix.
    private static string Bulk()
    {
        const int depth = 18;
        var text = new StringBuilder();
        for (var level = 0; level < depth; level++)
        {
            text.Append("<a");
            for (var i = 0; i < 30; i++)
                text.Append(string.Create(System.Globalization.CultureInfo.InvariantCulture, $" xmlns:q{level}x{i}=\"urn:a\""));
            text.Append('>');
        }

        // A prefix is looked for only where its name stands somewhere in the document.
        text.Append(string.Concat(Enumerable.Range(0, 32).Select(i => $"<p{i}/>")));
        text.Append(string.Concat(Enumerable.Repeat("<b/>", 1800)));
        return text.Append(string.Concat(Enumerable.Repeat("</a>", depth))).ToString();
    }
}
