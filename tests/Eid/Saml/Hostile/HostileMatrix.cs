using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Host;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>One attack, in one place, under one binding, whether it succeeded, and what the log says if not.</summary>
internal sealed record HostileCell(HostileCase Case, SignedPart Part, SamlBinding Binding, bool IsAccepted, string Refusal);

/// <summary>Every attack, wherever the signature stands and however the request travelled, against a whole application: family by position by binding.</summary>
internal static class HostileMatrix
{
    public static IEnumerable<(SignedPart Part, SamlBinding Binding)> Columns => from part in Enum.GetValues<SignedPart>() from binding in Enum.GetValues<SamlBinding>() select (part, binding);

    /// <exception cref="InvalidOperationException">A good answer is not accepted: then no refusal proves anything.</exception>
    public static async Task<IReadOnlyList<HostileCell>> RunAsync()
    {
        var cells = new List<HostileCell>();
        foreach (var (part, binding) in Columns)
        {
            await using var application = await SamlApplication.StartAsync(Settings(binding));
            var trial = new HostileTrial(application, binding, part);
            await RequireGoodAsync(trial);
            foreach (var attack in HostileFamilies.All)
                cells.Add(await TryAsync(attack, trial));
            await RequireGoodAsync(trial);
        }

        return cells;
    }

    private static async Task<HostileCell> TryAsync(HostileCase attack, HostileTrial trial)
    {
        trial.Application.Log.Clear();
        var isAccepted = await attack.IsLoggedIn(trial);
        return new HostileCell(attack, trial.Part, trial.Binding, isAccepted, trial.Application.Log.LastOrDefault(line => line.Contains("did not succeed", StringComparison.Ordinal)) ?? "");
    }

    private static async Task RequireGoodAsync(HostileTrial trial)
    {
        if (!await trial.PostAsync(good => HostileTrial.Octets(trial.Finish(good.ToXml()))))
            throw new InvalidOperationException($"A good answer ({trial.Part}, {trial.Binding}) was refused.");
    }

    private static Dictionary<string, string?> Settings(SamlBinding binding)
    {
        var settings = SamlApplication.Settings();
        settings["BundId:Binding"] = binding.ToString();
        settings["BundId:ClockSkew"] = "00:00:30";
        return settings;
    }
}
