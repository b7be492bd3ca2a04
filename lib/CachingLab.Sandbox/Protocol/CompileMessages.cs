namespace CachingLab.Sandbox.Protocol;

/// <summary>Compiles cells one after another as submissions of one script: each sees what those before it declare.</summary>
/// <param name="Job">Names the ask in <see cref="CompilingCell"/>.</param>
/// <param name="Dialect">What the cells may take for granted.</param>
/// <param name="Folder">The notebook's folder, where its import is found; null when the library is there anyway.</param>
/// <param name="Cells">The cells.</param>
public sealed record CompileCells(int Job, CellDialect Dialect, string? Folder, IReadOnlyList<SourceCell> Cells) : Message
{
    internal override MessageKind Kind => MessageKind.CompileCells;

    internal override void Write(WireWriter to)
    {
        to.Number(Job);
        to.Number((int)Dialect);
        to.TextOrNull(Folder);
        to.Number(Cells.Count);
        foreach (SourceCell cell in Cells)
            cell.Write(to);
    }

    internal static CompileCells Read(WireReader from)
    {
        (int job, var dialect, string? folder) = (from.Number(), (CellDialect)from.Number(), from.TextOrNull());
        var cells = new SourceCell[from.Count()];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = SourceCell.Read(from);
        return new CompileCells(job, dialect, folder, cells);
    }
}

/// <summary>The compiler has come to a cell; no reply.</summary>
public sealed record CompilingCell(int Job, string Cell) : Message
{
    internal override MessageKind Kind => MessageKind.CompilingCell;

    internal override void Write(WireWriter to)
    {
        to.Number(Job);
        to.Text(Cell);
    }

    internal static CompilingCell Read(WireReader from) => new(from.Number(), from.Text());
}

/// <summary>What became of the cells: those that are broken too, each followed by what stands in for it.</summary>
public sealed record CompiledCells(IReadOnlyList<CompiledCell> Cells) : Reply
{
    internal override MessageKind Kind => MessageKind.CompiledCells;

    internal override void Write(WireWriter to)
    {
        to.Number(Cells.Count);
        foreach (CompiledCell cell in Cells)
            cell.Write(to);
    }

    internal static CompiledCells Read(WireReader from)
    {
        var cells = new CompiledCell[from.Count()];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = CompiledCell.Read(from);
        return new CompiledCells(cells);
    }
}
