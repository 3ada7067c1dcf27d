"""What happens with people: contact points, training sessions, contests and prizes."""
