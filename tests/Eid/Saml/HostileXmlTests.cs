using System.Diagnostics;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>What is no message at all, or one that would eat the reader.</summary>
public sealed class HostileXmlTests
{
    private static readonly string Good = Answers.SignedAssertion().OuterXml;

    public static TheoryData<string> Names => new(HostileDocuments.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused(string name) => Parties.Reader.Read(HostileDocuments.All[name].Xml(Good), Parties.Expectation).ShouldBeRefused(HostileDocuments.All[name].Reason);

    [Theory]
    [InlineData("30 MB")]
    [InlineData("10,000 attributes")]
    [InlineData("depth 10,000")]
    [InlineData("20,000 elements")]
    public void What_is_too_much_is_not_read_to_its_end(string name)
    {
        var xml = HostileDocuments.All[name].Xml(Good);
        Parties.Reader.Read(xml, Parties.Expectation);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();

        Parties.Reader.Read(xml, Parties.Expectation);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4_000_000);
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(2), "far more than it takes, for machines that are busy");
    }

    [Fact]
    public void A_text_in_thousands_of_pieces_is_joined_once()
    {
        var xml = System.Text.Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("x<!---->", 30_000))}</a>");
        Parties.Reader.Read(xml, Parties.Expectation);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Parties.Reader.Read(xml, Parties.Expectation).ShouldBeRefused("response-shape");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4_000_000);
    }
}
