using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Payments.Epaybl;

namespace BaseComponents.Sandbox.Payments;

/// <summary>All payments of the service. What it has answered is on the disk, where the Sandbox has one.</summary>
internal sealed class PaymentLedger
{
    private const string Folder = "payments";
    private readonly SandboxState _state;
    private readonly TimeProvider _clock;
    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);

    public PaymentLedger(SandboxContext context)
    {
        _state = context.State;
        _clock = context.Clock;
        foreach (var document in _state.List(Folder))
            _entries[document] = _state.Read<LedgerEntry>(document)!;
    }

    public int Count => _entries.Count;

    public IReadOnlyList<LedgerEntry> All => [.. _entries.Values.OrderBy(entry => entry.CreatedAt)];

    public LedgerEntry? Find(string transactionId) => _entries.Values.FirstOrDefault(entry => entry.TransactionId == transactionId);

    /// <summary>By the service's key; also by the client's, as some services allow.</summary>
    public LedgerEntry? Find(string originatorId, string endPointId, string id, bool alsoByRequestId) => _entries.Values.FirstOrDefault(entry =>
        entry.OriginatorId == originatorId && entry.EndPointId == endPointId
        && (entry.TransactionId == id || (alsoByRequestId && entry.RequestId == id)));

    /// <summary>Creates the payment; null when the key of the request exists.</summary>
    public LedgerEntry? TryCreate(string originatorId, string endPointId, WirePaymentRequest request)
    {
        var document = DocumentOf(originatorId, endPointId, request.RequestId!);
        lock (_changing)
        {
            if (_entries.ContainsKey(document))
                return null;
            var entry = new LedgerEntry
            {
                OriginatorId = originatorId,
                EndPointId = endPointId,
                TransactionId = "SBX-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
                Request = request with { Requestor = null },
                CreatedAt = _clock.GetUtcNow(),
            };
            return Store(document, entry);
        }
    }

    /// <summary>Notes the button that was pressed; the first one counts.</summary>
    public LedgerEntry Choose(LedgerEntry entry, PayChoice choice)
    {
        var document = DocumentOf(entry.OriginatorId, entry.EndPointId, entry.RequestId);
        lock (_changing)
        {
            var current = _entries[document];
            return !current.MayBeChosen
                ? current
                : Store(document, current with { Choice = choice, ChosenAt = _clock.GetUtcNow(), TransactionReference = current.TransactionReference ?? NewReference() });
        }
    }

    /// <summary>Books a claim of ePayBL's own interfaces, or says by which code it exists.</summary>
    public EpayblBooked Book(string mandant, EpayblList list)
    {
        lock (_changing)
        {
            var number = list.TransactionNumber ?? "ohne-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            if (_entries.ContainsKey(DocumentOf(mandant, list.Bewirtschafter!, number)))
                return new EpayblBooked("-0531", null);
            if (list.Kassenzeichen is { } own && _entries.Values.FirstOrDefault(entry => entry.TransactionReference == own) is { } same)
                return new EpayblBooked(same.Epaybl is not null && same.Choice is not PayChoice.Paid ? "-0520" : "-0529", same);
            return new EpayblBooked(EpayblDesk.Success, Store(DocumentOf(mandant, list.Bewirtschafter!, number), EpayblEntry.Of(mandant, number, list, list.Kassenzeichen ?? NewReference(), _clock.GetUtcNow())));
        }
    }

    /// <summary>Notes where the pay page returns to, as its address says.</summary>
    public void ReturnTo(LedgerEntry entry, string success, string abort)
    {
        var document = DocumentOf(entry.OriginatorId, entry.EndPointId, entry.RequestId);
        lock (_changing)
        {
            var current = _entries[document];
            Store(document, current with { Request = current.Request with { RedirectUrl = success }, Epaybl = current.Epaybl! with { CancelUrl = abort, ErrorUrl = abort } });
        }
    }

    private LedgerEntry Store(string document, LedgerEntry entry)
    {
        _state.Write(document, entry);
        return _entries[document] = entry;
    }

    private static string NewReference() => RandomNumberGenerator.GetInt32(1_000_000_000).ToString("'8142'000000000", CultureInfo.InvariantCulture);

    private static string DocumentOf(string originatorId, string endPointId, string requestId)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{originatorId}/{endPointId}/{requestId}"));
        return $"{Folder}/{Convert.ToHexStringLower(key)}";
    }
}
