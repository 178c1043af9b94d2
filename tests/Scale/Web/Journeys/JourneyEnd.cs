namespace BaseComponents.Tests.Scale.Web.Journeys;

/// <summary>What a citizen has to say at the end.</summary>
/// <param name="Canary">Who it was.</param>
/// <param name="Numbers">Every case number that was shown, the last one of the case that was walked to the end.</param>
/// <param name="HasReceipt">Whether the receipt was reached.</param>
/// <param name="MixedPages">Pages that showed somebody else's values or number, or the own address without the own name.</param>
/// <param name="Errors">How often a page was 500, 502, 503 or 504, or did not come.</param>
/// <param name="LastPage">Where it ended: the path.</param>
/// <param name="Took">From the first page to the receipt.</param>
internal sealed record JourneyEnd(string Canary, IReadOnlyList<string> Numbers, bool HasReceipt, int MixedPages, int Errors, string LastPage, TimeSpan Took);
