// answer: hostile
// ends: timeout
// attack: Nests lambdas in overloads, which keeps a compiler busy for a minute or more
using System;
using CachingLab;

static class Maze
{
    public static int Go(Func<int, int> step) => step(1);

    public static string Go(Func<string, string> step) => step("");

    public static double Go(Func<double, double> step) => step(1);
}

string MakeCacheKey(LlmRequest request) =>
    Maze.Go(a0 => Maze.Go(a1 => Maze.Go(a2 => Maze.Go(a3 => Maze.Go(a4 => Maze.Go(a5 => Maze.Go(a6 => Maze.Go(a7 => Maze.Go(a8 => Maze.Go(a9 => Maze.Go(a10 => Maze.Go(a11 => Maze.Go(a12 => a12))))))))))))) + "";
