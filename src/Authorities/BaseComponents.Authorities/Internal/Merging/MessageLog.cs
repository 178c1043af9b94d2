using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>
/// The messages that were read, and which of two operations on one object wins. Within a message the later one does. Of two messages the
/// newer one; where neither is newer a deletion, and between writes the one whose content has the smaller hash: so the order in which
/// files are read never matters.
/// </summary>
internal sealed class MessageLog
{
    private readonly List<MessageStamp> _stamps = [];
    private int _sequence;

    /// <summary>A new message begins.</summary>
    /// <param name="page">Its place among the pages of bulk data; 0 for any other message.</param>
    public void Begin(int page)
    {
        _stamps.Add(new MessageStamp(null, 0) { Page = page });
        _sequence = 0;
    }

    public void Stamp(MessageStamp stamp) => _stamps[^1] = stamp with { Page = _stamps[^1].Page };

    /// <summary>The place of the next operation.</summary>
    public Standing Next() => new(_stamps.Count - 1, _sequence++);

    /// <summary>Whether the operation of one message beats that of another.</summary>
    public bool Beats(in Operation one, in Operation other)
    {
        var order = _stamps[one.Standing.Message].CompareTo(_stamps[other.Standing.Message]);
        if (order != 0)
            return order > 0;
        if (one.IsDeletion != other.IsDeletion)
            return one.IsDeletion;
        return one.Hash < other.Hash;
    }
}

/// <summary>Where an operation stands.</summary>
/// <param name="Message">Which message, in the order of reading.</param>
/// <param name="Sequence">Its place in the message.</param>
internal readonly record struct Standing(int Message, int Sequence);

/// <summary>Something that a message does to an object.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="IsDeletion">Whether it deletes the object.</param>
/// <param name="Hash">Of what it writes.</param>
internal readonly record struct Operation(Standing Standing, bool IsDeletion, ulong Hash);
