using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;

namespace DogLicence.LogIns;

/// <summary>One of the log-ins that citizens and companies can choose, in the words of the page.</summary>
/// <param name="Key">In addresses; the scheme itself is never taken from one.</param>
/// <param name="Scheme">Name of the authentication scheme.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ForWhom">One sentence on who should take it.</param>
/// <param name="Button">What leads there.</param>
public sealed record LogInWay(string Key, string Scheme, string Name, string ForWhom, string Button)
{
    /// <summary>What a second log-in demands when the first one proved too little (Vertrauensniveau). Not less than the <c>MinimumLevel</c> of any log-in.</summary>
    public const AssuranceLevel StepUp = AssuranceLevel.Substantial;

    public static LogInWay BundId { get; } = new("bundid", EidDefaults.BundIdScheme, "BundID",
        "Für Bürgerinnen und Bürger: mit dem Online-Ausweis, einem ELSTER-Zertifikat oder dem Ausweis eines anderen EU-Landes.", "Mit BundID anmelden");

    public static LogInWay Ausweis { get; } = new("ausweis", EidDefaults.EidServerScheme, "Online-Ausweis",
        "Für Bürgerinnen und Bürger ohne Konto: mit Personalausweis, Aufenthaltstitel oder Unionsbürgerkarte und der AusweisApp.", "Mit Online-Ausweis anmelden");

    public static LogInWay Unternehmenskonto { get; } = new("unternehmenskonto", EidDefaults.UnternehmenskontoScheme, "Mein Unternehmenskonto",
        "Für Unternehmen und Vereine, zum Beispiel wenn Sie gewerblich Hunde züchten: mit dem ELSTER-Organisationszertifikat.", "Mit Unternehmenskonto anmelden");

    public static LogInWay Broker { get; } = new("anmeldedienst", EidDefaults.BrokerScheme, "Anmeldedienst der Gemeinde",
        "Für alle, die dort schon ein Konto haben.", "Mit Anmeldedienst anmelden");

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<LogInWay> All { get; } = [BundId, Ausweis, Unternehmenskonto, Broker];

    /// <summary>The log-in of that key, or null: an address may say anything.</summary>
    public static LogInWay? Find(string? key) => All.FirstOrDefault(way => way.Key == key);

    public static LogInWay? OfScheme(string? scheme) => All.FirstOrDefault(way => way.Scheme == scheme);
}
