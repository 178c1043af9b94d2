using BaseComponents.Sandbox.Eid.EidServer.Documents;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Eid.EidServer.Sessions;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>What a person does with the page: lets operations happen, or gives up.</summary>
internal static class CardHolder
{
    // Claims that a person's record says were refused, and the data groups that they are.
    private static readonly (string Claim, string Operation)[] _refusals = [("birthdate", "DateOfBirth"), ("address", "PlaceOfResidence")];

    /// <param name="request">What was asked for.</param>
    /// <param name="person">Whose card; nobody's ends it.</param>
    /// <param name="ticked">Voluntary operations that stayed ticked.</param>
    public static EidOutcome Decide(UseIdRequest request, string? person, IReadOnlyCollection<string?> ticked)
    {
        if (SandboxDocuments.Find(person) is not { Holder.AlwaysCancels: false } document)
            return new EidOutcome.Failed(ResultCodes.CancelledByUser);
        var refused = _refusals.Where(refusal => document.Holder.Absent.GetValueOrDefault(refusal.Claim) == "refused").Select(refusal => refusal.Operation).ToArray();
        // What is required cannot be unticked: who does not want it ends it.
        if (refused.Any(operation => request.DemandOf(operation) is EidDemand.Required))
            return new EidOutcome.Failed(ResultCodes.CancelledByUser);
        return new EidOutcome.Read(document, Allowed(request, ticked).Except(refused).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Allowed(UseIdRequest request, IReadOnlyCollection<string?> ticked) => EidOperation.All
        .Select(operation => operation.Name)
        .Where(operation => request.DemandOf(operation) is EidDemand.Required || (request.DemandOf(operation) is EidDemand.Allowed && ticked.Contains(operation)));
}
