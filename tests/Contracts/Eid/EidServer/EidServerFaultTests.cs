using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Whatever the eID-Server can be told to do wrong: nobody is verified by it. A fault nobody thought of here fails the test.</summary>
public sealed class EidServerFaultTests(RunningSandbox sandbox) : EidServerOnSandbox(sandbox)
{
    private const string Refused = "eid.server-answer";

    // What comes of a fault, where it is not an answer that is refused.
    private static readonly Dictionary<string, string> _outcomes = new(StringComparer.Ordinal)
    {
        ["eid-server.unavailable"] = "eid.server-unreachable",
        ["eid-server.slow"] = "eid.server-unreachable",
        ["eid-server.soap-fault"] = "eid.server-fault",
        ["eid-server.use-id.missing-rights"] = "eid.server-rights",
        ["eid-server.use-id.internal-error"] = "eid.server-result",
        ["eid-server.use-id.unknown-code"] = "eid.server-result",
        ["eid-server.get-result.internal-error"] = "eid.server-result",
        ["eid-server.get-result.unknown-code"] = "eid.server-result",
        ["eid-server.get-result.invalid-counter"] = "eid.server-result",
        ["eid-server.use-id.too-many-sessions"] = nameof(EidServerStart.Busy),
        ["eid-server.use-id.sloppy"] = nameof(EidServerResult.Verified),
        ["eid-server.get-result.sloppy"] = nameof(EidServerResult.Verified),
        ["eid-server.get-result.no-result-yet"] = nameof(EidServerResult.Verified),
        ["eid-server.get-result.never-a-result"] = nameof(EidServerResult.Pending),
        ["eid-server.get-result.expired-session"] = nameof(EidServerResult.Expired),
        ["eid-server.get-result.refused-groups"] = nameof(EidServerResult.AttributesMissing),
        ["eid-server.get-result.missing-groups"] = nameof(EidServerResult.AttributesMissing),
        ["eid-server.get-result.without-data"] = nameof(EidServerResult.AttributesMissing),
        ["eid-server.get-result.missing-data"] = nameof(EidServerResult.AttributesMissing),
        ["eid-server.get-result.level-too-low"] = nameof(EidServerResult.LevelTooLow),
        ["eid-server.get-result.unknown-level"] = nameof(EidServerResult.LevelTooLow),
        ["eid-server.get-result.without-level"] = nameof(EidServerResult.LevelTooLow),
        // The age is a value of the application's to judge; the next test looks at it.
        ["eid-server.get-result.too-young"] = nameof(EidServerResult.Verified),
        ["eid-server.denied-document"] = nameof(EidServerResult.DocumentDenied),
        ["eid-server.invalid-document"] = nameof(EidServerResult.DocumentInvalid),
        ["eid-server.server-info.fewer-rights"] = nameof(EidServerResult.Verified),
        ["eid-client.forged-ok"] = nameof(EidServerResult.Pending),
        ["eid-client.silent"] = nameof(EidServerResult.Verified),
        ["eid-client.cancel-after-reading"] = nameof(EidServerResult.Verified),
        ["eid-client.other-browser"] = nameof(EidServerResult.Verified),
        ["eid-client.lost"] = nameof(EidServerResult.Verified),
        ["eid-client.fetch-twice"] = nameof(EidServerResult.Verified),
    };

    [Theory]
    [InlineData("eid-server.use-id.", 20)]
    [InlineData("eid-server.get-result.", 30)]
    [InlineData("eid-server.", 50)]
    [InlineData("eid-client.", 6)]
    public async Task Each_fault_has_its_outcome(string prefix, int atLeast)
    {
        var faults = await FaultsAsync(prefix);
        faults.Should().HaveCountGreaterThanOrEqualTo(atLeast);
        var wrong = new List<string>();

        foreach (var fault in prefix == "eid-server." ? faults.Where(name => name.Count(sign => sign == '.') == 1) : faults)
        {
            var (expected, seen) = (_outcomes.GetValueOrDefault(fault, Refused), await OutcomeAsync(fault));
            if (seen != expected)
                wrong.Add($"{fault}: {seen}, not {expected}");
            await LiftAsync();
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Somebody_too_young_is_verified_and_too_young()
    {
        await ArmAsync("eid-server.get-result.too-young");

        (await ReadAsync(Ask(EidServerOperation.AgeVerification) with { MinimumAge = 18 }, "erika")).Should().BeOfType<EidServerResult.Verified>().Which.FulfilsAge.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("carla")]
    public async Task Giving_up_verifies_nobody(string person)
    {
        var session = await StartAsync(Ask(EidServerOperation.FamilyNames));
        await Cards.ReadAsync(session, person);

        (await TriedAsync(async () => await Client.GetResultAsync(session))).Should().NotStartWith(nameof(EidServerResult.Verified));
    }

    [Fact]
    public async Task No_fault_carries_a_secret_or_a_name_into_its_message()
    {
        foreach (var fault in await FaultsAsync("eid-server.get-result."))
        {
            var session = await StartAsync(Ask(EidServerOperation.FamilyNames));
            await Cards.ReadAsync(session, "erika");
            await ArmAsync(fault);
            try
            {
                await Client.GetResultAsync(session);
            }
            catch (EidException exception)
            {
                exception.ToString().Should().NotContainAny(session.Id, session.PskId, session.PskKey, "MUSTERMANN", "ANGREIFER");
            }

            await LiftAsync();
        }
    }

    private async Task<string> OutcomeAsync(string fault)
    {
        // The result before is sent once more: there has to be one.
        if (fault.EndsWith(".replayed", StringComparison.Ordinal))
            await ReadAsync(Ask(EidServerOperation.FamilyNames), "ben");
        await ArmAsync(fault, milliseconds: 5_000);
        return await TriedAsync(async () =>
        {
            if (await Client.StartAsync(Ask(EidServerOperation.FamilyNames)) is not EidServerStart.Started started)
                return null;
            await Cards.ReadAsync(started.Session, "erika");
            return await Client.GetResultAsync(started.Session);
        });
    }

    private static async Task<string> TriedAsync(Func<Task<EidServerResult?>> attempt)
    {
        try
        {
            return await attempt() is { } result ? result.ToString() : nameof(EidServerStart.Busy);
        }
        catch (EidException exception)
        {
            return exception.Code;
        }
    }
}
