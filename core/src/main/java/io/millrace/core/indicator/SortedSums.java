package io.millrace.core.indicator;

import java.util.Arrays;

/**
 * Numbers in slots, ordered by size, with the sum of every branch: a treap in arrays. Its shape follows from the numbers and
 * their slots alone, and every sum is added up from the branches as they are, so neither depends on what was there before.
 *
 * <p>Source: Seidel, Aragon, "Randomized search trees" (1996), with a fixed hash of the slot for the random priority.
 */
final class SortedSums {
    private static final int NONE = -1;

    private final double[] numbers;
    private final boolean[] used;
    private final int[] left;
    private final int[] right;
    private final int[] counts;
    private final double[] sums;
    private int root = NONE;

    /** What {@link #split} divided a branch into. */
    private int below;

    private int above;

    SortedSums(int slots) {
        numbers = new double[slots];
        used = new boolean[slots];
        left = new int[slots];
        right = new int[slots];
        counts = new int[slots];
        sums = new double[slots];
    }

    void clear() {
        root = NONE;
        Arrays.fill(used, false);
    }

    /** Puts a number into a slot, in the place of what was there. */
    void put(int slot, double number) {
        if (used[slot]) {
            root = without(root, slot);
        }
        used[slot] = true;
        numbers[slot] = number;
        root = with(root, slot);
    }

    /** Σ |number − center|. */
    double deviations(double center) {
        int countBelow = 0;
        double sumBelow = 0;
        int node = root;
        while (node != NONE) {
            if (numbers[node] < center) {
                countBelow += 1 + count(left[node]);
                sumBelow += numbers[node] + sum(left[node]);
                node = right[node];
            } else {
                node = left[node];
            }
        }
        int countAbove = count(root) - countBelow;
        double sumAbove = sum(root) - sumBelow;
        return (countBelow * center - sumBelow) + (sumAbove - countAbove * center);
    }

    private int with(int branch, int slot) {
        if (branch == NONE) {
            left[slot] = NONE;
            right[slot] = NONE;
            return summed(slot);
        }
        if (priority(slot) > priority(branch)) {
            split(branch, slot);
            left[slot] = below;
            right[slot] = above;
            return summed(slot);
        }
        if (isBefore(slot, branch)) {
            left[branch] = with(left[branch], slot);
        } else {
            right[branch] = with(right[branch], slot);
        }
        return summed(branch);
    }

    private int without(int branch, int slot) {
        if (branch == slot) {
            return joined(left[slot], right[slot]);
        }
        if (isBefore(slot, branch)) {
            left[branch] = without(left[branch], slot);
        } else {
            right[branch] = without(right[branch], slot);
        }
        return summed(branch);
    }

    /** Divides a branch into what is before a slot's number and what is after it. */
    private void split(int branch, int slot) {
        if (branch == NONE) {
            below = NONE;
            above = NONE;
        } else if (isBefore(branch, slot)) {
            split(right[branch], slot);
            right[branch] = below;
            below = summed(branch);
        } else {
            split(left[branch], slot);
            left[branch] = above;
            above = summed(branch);
        }
    }

    /** Joins two branches, all of the first before all of the second. */
    private int joined(int first, int second) {
        if (first == NONE) {
            return second;
        }
        if (second == NONE) {
            return first;
        }
        if (priority(first) > priority(second)) {
            right[first] = joined(right[first], second);
            return summed(first);
        }
        left[second] = joined(first, left[second]);
        return summed(second);
    }

    private int summed(int node) {
        counts[node] = count(left[node]) + 1 + count(right[node]);
        sums[node] = sum(left[node]) + numbers[node] + sum(right[node]);
        return node;
    }

    private int count(int branch) {
        return branch == NONE ? 0 : counts[branch];
    }

    private double sum(int branch) {
        return branch == NONE ? 0 : sums[branch];
    }

    private boolean isBefore(int slot, int other) {
        double a = numbers[slot];
        double b = numbers[other];
        return a < b || (a == b && slot < other);
    }

    /** A bijection of the slots that looks random: no two are equal. */
    private static int priority(int slot) {
        int hash = slot * 0x9E3779B9;
        hash ^= hash >>> 15;
        hash *= 0x85EBCA6B;
        return hash ^ (hash >>> 13);
    }
}
