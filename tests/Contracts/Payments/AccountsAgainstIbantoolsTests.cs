using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using BaseComponents.Payments.Transfers;
using BaseComponents.Tests.Contracts.SecureMail;
using CsCheck;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>Our table of the IBAN registry and our verdicts against those of ibantools, a library for Node.js.</summary>
public sealed class AccountsAgainstIbantoolsTests
{
    // Territories in its list that use their state's IBANs, and countries that use the form without being in the registry.
    private static readonly string[] _outsideOfTheRegistry =
        [.. "AX BL GF GP MF MQ NC PF PM RE TF WF YT AO BF CF CG CI CM CV DZ GA GQ GW IR KM MA MG ML MZ NE SN TD TG BJ".Split(' ')];

    [Fact]
    public async Task Every_country_has_the_same_length()
    {
        var theirs = (await AskAsync([], [])).Lengths.Where(country => !_outsideOfTheRegistry.Contains(country.Key)).ToDictionary();

        Ours().Should().BeEquivalentTo(theirs).And.HaveCount(89);
    }

    [Fact]
    public async Task The_verdict_on_right_and_damaged_ones_is_the_same()
    {
        var ibans = new List<string>();
        Gen.Select(Gen.Char['0', '9'].Array[18], Gen.Int[0, 21], Gen.Char['0', '9'], Gen.Bool).Sample(
            (digits, place, sign, isDamaged) => ibans.Add(isDamaged ? Damaged(Iban("DE", new string(digits)), place, sign) : Iban("DE", new string(digits))), iter: 3_000, threads: 1);

        var theirs = (await AskAsync(ibans, [])).Ibans;

        theirs.Should().Contain(true).And.Contain(false);
        ibans.Select(text => BaseComponents.Payments.Transfers.Iban.TryParse(text, out _)).Should().Equal(theirs);
    }

    [Fact]
    public async Task What_it_takes_for_a_bank_is_one_here()
    {
        string[] bics = ["BFSWDE33BER", "BHBLDEHHXXX", "BPOTBEB1", "COBADEFF", "BPOTBEB", "BPOTBEB1X", "BPOT1EB1", "12345678901", "BPOTBE-1"];

        bics.Select(text => Bic.TryParse(text, out _)).Should().Equal((await AskAsync([], bics)).Bics);
    }

    // By trial, since the table has no public door.
    private static Dictionary<string, int> Ours() =>
        (from first in Letters()
         from second in Letters()
         from length in Enumerable.Range(5, 30)
         let country = $"{first}{second}"
         where BaseComponents.Payments.Transfers.Iban.TryParse(Iban(country, new string('7', length - 4)), out _)
         select (country, length)).ToDictionary(entry => entry.country, entry => entry.length);

    private static IEnumerable<char> Letters() => Enumerable.Range('A', 26).Select(letter => (char)letter);

    private static string Iban(string country, string account)
    {
        var number = BigInteger.Parse($"{account}{country[0] - 'A' + 10}{country[1] - 'A' + 10}00", CultureInfo.InvariantCulture);
        return $"{country}{98 - (int)(number % 97):00}{account}";
    }

    private static string Damaged(string iban, int place, char sign) => iban[..place] + sign + iban[(place + 1)..];

    private static async Task<Verdicts> AskAsync(IReadOnlyList<string> ibans, IReadOnlyList<string> bics)
    {
        var peers = Path.Combine(typeof(AccountsAgainstIbantoolsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!, "tests", "Contracts", "peers");
        Peer.OrSkip("node");
        if (!Directory.Exists(Path.Combine(peers, "node_modules", "ibantools")))
            Assert.Skip("ibantools is not installed: npm ci --prefix tests/Contracts/peers");
        var (exitCode, output) = await Peer.RunAsync("node", ["iban.mjs"], peers, JsonSerializer.SerializeToUtf8Bytes(new { ibans, bics }));
        exitCode.Should().Be(0, output);
        return JsonSerializer.Deserialize<Verdicts>(output, JsonSerializerOptions.Web)!;
    }

    private sealed record Verdicts(IReadOnlyDictionary<string, int> Lengths, IReadOnlyList<bool> Ibans, IReadOnlyList<bool> Bics);
}
