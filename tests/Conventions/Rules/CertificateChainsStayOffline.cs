using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed partial class CertificateChainsStayOffline
{
    [Fact]
    public void A_chain_is_built_without_fetching() => Verdict.NoFindings(
        Repository.Files("src", "*.cs").SelectMany(file => Findings(file, Repository.Read(file))),
        "By default a chain fetches from addresses that stand in the certificate, which the attacker wrote. Set RevocationMode = X509RevocationMode.NoCheck and " +
        "DisableCertificateDownloads = true beside the place where the chain is made, or take HttpDefaults.ChainPolicy.");

    [Theory]
    [InlineData("using var chain = new X509Chain();")]
    [InlineData("var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };")]
    [InlineData("using X509Chain chain = new(); chain.ChainPolicy.DisableCertificateDownloads = true;")]
    [InlineData("new X509Chain(); new X509Chain(); x.RevocationMode = X509RevocationMode.NoCheck; x.DisableCertificateDownloads = true;")]
    [InlineData("chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;")]
    [InlineData("ssl.CertificateRevocationCheckMode = mode;")]
    [InlineData("handler.CheckCertificateRevocationList = true;")]
    [InlineData("chain.ChainPolicy.DisableCertificateDownloads = false;")]
    public void The_rule_sees(string source) => Findings("Example.cs", source).Should().NotBeEmpty();

    [Theory]
    [InlineData("using var chain = new X509Chain(); p.RevocationMode = X509RevocationMode.NoCheck; p.DisableCertificateDownloads = true;")]
    [InlineData("handler.CheckCertificateRevocationList = false;")]
    [InlineData("using var chain = new X509Chain { ChainPolicy = HttpDefaults.ChainPolicy(anchors) };")]
    public void The_rule_accepts(string source) => Findings("Example.cs", source).Should().BeEmpty();

    private static IEnumerable<string> Findings(string file, string source)
    {
        var made = Made().Count(source) - SharedPolicy().Count(source);
        if (made > NoCheck().Count(source))
            yield return $"{file}: {made} chain(s) or policies, not each with RevocationMode = X509RevocationMode.NoCheck.";
        if (made > NoDownloads().Count(source))
            yield return $"{file}: {made} chain(s) or policies, not each with DisableCertificateDownloads = true.";
        foreach (Match fetch in Fetches().Matches(source))
            yield return $"{file}: {fetch.Value.Trim()}";
    }

    [GeneratedRegex(@"new\s+X509Chain(Policy)?\s*[({]|X509Chain(Policy)?\s+\w+\s*=\s*new\s*\(|X509Chain\.Create\(")]
    private static partial Regex Made();

    [GeneratedRegex(@"\bChainPolicy\s*=\s*HttpDefaults\.ChainPolicy\(")]
    private static partial Regex SharedPolicy();

    [GeneratedRegex(@"RevocationMode\s*=\s*X509RevocationMode\.NoCheck")]
    private static partial Regex NoCheck();

    [GeneratedRegex(@"DisableCertificateDownloads\s*=\s*true")]
    private static partial Regex NoDownloads();

    [GeneratedRegex(@"X509RevocationMode\.(Online|Offline)|RevocationMode\s*=\s*(?!X509RevocationMode\.)\w+|CertificateRevocationCheckMode\s*=\s*(?!X509RevocationMode\.NoCheck)[\w.]+|CheckCertificateRevocationList\s*=\s*true|CheckCertificateRevocation\s*=\s*true|DisableCertificateDownloads\s*=\s*false")]
    private static partial Regex Fetches();
}
