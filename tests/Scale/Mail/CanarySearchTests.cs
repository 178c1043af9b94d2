using System.Text;
using BaseComponents.Tests.Scale.Mail.Audit;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>The search finds what it has to find; otherwise its zero says nothing.</summary>
public sealed class CanarySearchTests
{
    private const string Canary = "v\u00f6gel0123456789abc";

    public static TheoryData<string> Texts => new(
        $"before {Canary} after",
        "before v=C3=B6gel0123456789abc after",
        "before v=C3=B6gel012345=\r\n6789abc after",
        "name*=utf-8''v%C3%B6gel0123456789abc.txt",
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Canary} after")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"x{Canary} after")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"xy{Canary} after")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{new string('-', 50)}{Canary} after"), Base64FormattingOptions.InsertLineBreaks),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary)),
        "\"v\\u00f6gel0123456789abc\"");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Each_form_is_found(string text) => FoundIn(Encoding.UTF8.GetBytes(text)).Should().Be(1);

    [Fact]
    public void Other_encodings_are_found_and_nothing_where_it_is_not()
    {
        FoundIn(Encoding.Latin1.GetBytes(Canary)).Should().Be(1);
        FoundIn(Encoding.Unicode.GetBytes(Canary)).Should().Be(1);
        FoundIn(Encoding.UTF8.GetBytes("v\u00f6gel0123456789abd")).Should().Be(0);
    }

    private static int FoundIn(byte[] bytes)
    {
        var search = new CanarySearch(Canary);
        search.Look(bytes);
        return search.Found;
    }
}
