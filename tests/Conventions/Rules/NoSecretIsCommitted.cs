using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

/// <summary>Whatever is committed is public for good. Keys that tests need are made when they run; those of the fuzzed readers, and what was signed with them, lie in one folder, since an input found today must mean the same tomorrow.</summary>
public sealed class NoSecretIsCommitted
{
    private const string ThrowAwayKeys = "tests/Fuzz/";

    // Written in pieces, so that this file passes its own rule.
    private static readonly (string What, Regex Pattern)[] Secrets =
    [
        ("a private key", Build(@"-----BEGIN (RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY( BLOCK)?-----\s*(\\n)?\s*[A-Za-z0-9+/]{40}")),
        ("a private key of a key set", Build(@"""d""\s*:\s*""[A-Za-z0-9_-]{40,}""")),
        ("a token of a code host", Build(@"\b(gh" + @"[pousr]_[A-Za-z0-9]{36}|github_" + @"pat_\w{50,}|gl" + @"pat-[\w-]{20})")),
        ("an access key of a cloud", Build(@"\b(AK" + @"IA|AS" + @"IA)[0-9A-Z]{16}\b|\bAI" + @"za[\w-]{35}\b|Account" + @"Key=[A-Za-z0-9+/=]{40,}")),
        ("a token of a chat", Build(@"\bxo" + @"x[abprs]-[\w-]{20,}")),
        ("a signed token", Build(@"\bey" + @"J[\w-]{20,}\.ey" + @"J[\w-]{20,}\.[\w-]{40,}")),
        ("a password in an address", Build(@"\b(https?|postgres(ql)?|redis|amqp|smtp|imap|ldap)s?://[^\s/:@""'{}<>$]+:[^\s/:@""'{}<>$]{3,}@(?!(127\.|localhost|[\w.-]*example\b|\[?::1))")),
        ("a password in a setting", Build(@"""(Password|ClientSecret|ApiKey|AccessToken)""\s*:\s*""[^""{}<>\s]{4,}""")),
    ];

    [Fact]
    public void Nothing_that_opens_a_door_is_in_a_file() => Verdict.NoFindings(
        Repository.Files("").Where(static file => !file.StartsWith(ThrowAwayKeys, StringComparison.Ordinal) && !file.Contains("/wwwroot/lib/", StringComparison.Ordinal))
            .SelectMany(static file => Findings(file, Repository.Read(file))),
        "Take it out, and take it for known to everybody: change it where it is used. Keys of tests are made when they run.");

    [Fact]
    public void Keys_that_are_kept_on_purpose_are_those_of_the_fuzzed_readers_alone() =>
        Repository.Files("tests", "*.pem").Concat(Repository.Files("src", "*.p*")).Where(static file => Path.GetExtension(file) is ".pem" or ".p12" or ".pfx" or ".key")
            .Should().OnlyContain(static file => file.StartsWith(ThrowAwayKeys, StringComparison.Ordinal));

    [Theory]
    [InlineData("-----BEGIN PRIVATE " + "KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7")]
    [InlineData("-----BEGIN EC PRIVATE " + "KEY-----\\nMHcCAQEEIIGxkZ3TQ0Kf1oA9hVQ0uB4mT5cWl3Jr8pQ2")]
    [InlineData("gh" + "p_0123456789abcdefghijklmnopqrstuvwxyz")]
    [InlineData("AK" + "IAIOSFODNN7ABCDEFG")]
    [InlineData("\"ClientSecret" + "\": \"9f8a7b6c5d\"")]
    [InlineData("postgres://town:hunter2" + "@db.stadt.de/cases")]
    public void The_rule_sees(string text) => Findings("example.json", text).Should().ContainSingle();

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("\"ClientSecret\": \"\"")]
    [InlineData("https://user:pass@service.example/")]
    public void The_rule_accepts(string text) => Findings("example.md", text).Should().BeEmpty();

    private static IEnumerable<string> Findings(string file, string text) =>
        from secret in Secrets
        from Match match in secret.Pattern.Matches(text)
        select $"{file}:{text.AsSpan(0, match.Index).Count('\n') + 1} holds {secret.What}";

    private static Regex Build(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
