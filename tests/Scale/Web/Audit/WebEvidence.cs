namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>Where the auditor looks, and whom it looks for.</summary>
/// <param name="Database">The tables.</param>
/// <param name="Sandbox">The records of the state services.</param>
/// <param name="Journeys">Who came.</param>
internal sealed record WebEvidence(string Database, Uri Sandbox, IReadOnlyList<JourneyEvidence> Journeys);

/// <param name="Canary">Who it was; the mail address is made of it.</param>
/// <param name="Numbers">The case numbers that this citizen was shown; the last one must have come to its end.</param>
internal sealed record JourneyEvidence(string Canary, IReadOnlyList<string> Numbers);
